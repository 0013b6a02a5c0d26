package org.casaba.iiif;

/** The versions of the IIIF Image API that are served: 2.1.1 and 3.0. */
public enum ApiVersion {
  V2("2"),
  V3("3");

  private final String number;

  ApiVersion(String number) {
    this.number = number;
  }

  /** The segment after {@code /iiif/} in a path. */
  public String number() {
    return number;
  }

  /** The JSON-LD context of this version's info.json. */
  public String context() {
    return "http://iiif.io/api/image/" + number + "/context.json";
  }

  /** The compliance document of level 2, which is what this server fulfils in either version. */
  public String profile() {
    return "http://iiif.io/api/image/" + number + "/level2.json";
  }
}
