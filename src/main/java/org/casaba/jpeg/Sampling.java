package org.casaba.jpeg;

/** What components {@link BaselineEncoder} makes of pixels, and how densely it keeps them. */
public enum Sampling {
  /** One component from pixels of one byte. */
  GRAY(1, 1),
  /** YCbCr from RGB, all at full density. */
  YCC_444(3, 1),
  /** YCbCr from RGB, chroma at half density in both directions. */
  YCC_420(3, 2);

  /** From this quality on colors are worth their full density. */
  private static final int FULL_DENSITY_QUALITY = 90;

  private final int components;
  private final int lumaFactor;

  Sampling(int components, int lumaFactor) {
    this.components = components;
    this.lumaFactor = lumaFactor;
  }

  /** The sampling that suits RGB at a quality from 1 to 100. */
  public static Sampling ofRgb(int quality) {
    return quality < FULL_DENSITY_QUALITY ? YCC_420 : YCC_444;
  }

  /** Bytes per pixel, and components. */
  int components() {
    return components;
  }

  /** Sampling factor of the first component in both directions; that of the others is 1. */
  int factor(int component) {
    return component == 0 ? lumaFactor : 1;
  }

  /** Pixels in an MCU's width and height. */
  int mcuSize() {
    return 8 * lumaFactor;
  }
}
