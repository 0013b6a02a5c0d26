package org.casaba.samples;

/** The island with all that is on it and around it, before anybody draws it. */
record Land(Island island, Sea sea, Woods woods, Waters waters, Settlements settlements) {
  static Land survey() {
    var island = new Island();
    var waters = new Waters(island);
    return new Land(
        island, new Sea(island), new Woods(island), waters, new Settlements(island, waters));
  }
}
