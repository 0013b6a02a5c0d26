package org.casaba.codec.tiff;

/**
 * What luminance and chrominance mean in red, green and blue: the fields YCbCrCoefficients and
 * ReferenceBlackWhite, TIFF 6.0 sections 20 and 21. Immutable.
 */
final class YcbcrSpace {
  private final double red;
  private final double green;
  private final double blue;
  private final double black;
  private final double luminance;
  private final double blueZero;
  private final double blueScale;
  private final double redZero;
  private final double redScale;

  /**
   * A space.
   *
   * @param coefficients parts of red, green and blue in luminance; none of them 0
   * @param range what stands for black and white in luminance, and for nothing and all in blue and
   *     red chrominance; no two of a pair equal
   */
  YcbcrSpace(double[] coefficients, double[] range) {
    red = coefficients[0];
    green = coefficients[1];
    blue = coefficients[2];
    black = range[0];
    luminance = 255 / (range[1] - range[0]);
    blueZero = range[2];
    blueScale = 127 / (range[3] - range[2]);
    redZero = range[4];
    redScale = 127 / (range[5] - range[4]);
  }

  /** Turns pixels of three samples into red, green and blue, in their place. */
  void convert(byte[] samples, int pixels, int step) {
    for (int i = 0, at = 0; i < pixels; i++, at += step) {
      double y = ((samples[at] & 0xFF) - black) * luminance;
      double cb = ((samples[at + 1] & 0xFF) - blueZero) * blueScale;
      double cr = ((samples[at + 2] & 0xFF) - redZero) * redScale;
      double r = y + cr * (2 - 2 * red);
      double b = y + cb * (2 - 2 * blue);
      samples[at] = clamp(r);
      samples[at + 1] = clamp((y - red * r - blue * b) / green);
      samples[at + 2] = clamp(b);
    }
  }

  private static byte clamp(double value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
