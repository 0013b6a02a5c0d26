package org.casaba.jpeg;

/** What the components of a JPEG stream stand for. */
public enum ColorModel {
  GRAY,
  YCC,
  RGB,
  CMYK,
  YCCK,
  /** Two components, of which a stream by itself does not say what they mean. */
  UNKNOWN
}
