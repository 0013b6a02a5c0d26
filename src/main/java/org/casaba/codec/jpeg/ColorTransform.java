package org.casaba.codec.jpeg;

/** How the components of a JPEG stream become the bands of its pixels. */
public enum ColorTransform {
  /**
   * What the stream itself says by JFIF and Adobe markers and component ids, read as libjpeg reads
   * them: YCbCr becomes RGB, YCCK becomes CMYK, anything else stays as it is.
   */
  FROM_MARKERS,
  /** The components are the bands as they are: gray, RGB, CMYK or whatever the container says. */
  NONE,
  /** Three components are YCbCr and become RGB; four are YCCK and become CMYK; one stays gray. */
  YCC
}
