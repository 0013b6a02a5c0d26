package org.casaba.codec.webp.lossless;

/** Green was subtracted from red and blue (section 3.5.3). */
record SubtractGreenTransform() implements Transform {

  @Override
  public void undo(int[] row) {
    for (int x = 0; x < row.length; x++) {
      int argb = row[x];
      int green = argb >> 8 & 0xFF;
      row[x] = (argb & 0xFF00FF00) | (((argb & 0xFF00FF) + (green << 16 | green)) & 0xFF00FF);
    }
  }
}
