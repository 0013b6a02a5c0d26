package org.casaba.codec.jpeg;

import org.casaba.jpeg.ColorModel;

/** How the components of a pixel become its bands. */
enum BandConversion {
  /** Components are bands. */
  NONE,
  /** YCbCr to RGB, as JFIF 1.02 has it. */
  YCC_TO_RGB,
  /** The first three components are the complements of CMY, in YCbCr; the fourth is K. */
  YCCK_TO_CMYK;

  /** What a chroma sample adds to the luma, by the sample; as in libjpeg's jdcolor.c. */
  private static final int[] RED_OF_CR = new int[256];

  private static final int[] BLUE_OF_CB = new int[256];

  /** Both together, shifted right by {@value #BITS}, are added to the luma. */
  private static final int[] GREEN_OF_CR = new int[256];

  private static final int[] GREEN_OF_CB = new int[256];
  private static final int BITS = 16;

  static {
    int half = 1 << (BITS - 1);
    for (int i = 0; i < 256; i++) {
      int chroma = i - 128;
      RED_OF_CR[i] = (fixed(1.40200) * chroma + half) >> BITS;
      BLUE_OF_CB[i] = (fixed(1.77200) * chroma + half) >> BITS;
      GREEN_OF_CR[i] = -fixed(0.71414) * chroma;
      GREEN_OF_CB[i] = -fixed(0.34414) * chroma + half;
    }
  }

  private static int fixed(double factor) {
    return (int) Math.round(factor * (1 << BITS));
  }

  static BandConversion of(ColorTransform transform, ColorModel model, int components) {
    return switch (transform) {
      case NONE -> NONE;
      case YCC -> components == 3 ? YCC_TO_RGB : components == 4 ? YCCK_TO_CMYK : NONE;
      case FROM_MARKERS ->
          switch (model) {
            case YCC -> YCC_TO_RGB;
            case YCCK -> YCCK_TO_CMYK;
            case GRAY, RGB, CMYK, UNKNOWN -> NONE;
          };
    };
  }

  /** Converts a row of pixels into interleaved bands. */
  void convert(ComponentRow[] components, byte[] out, int pixels) {
    switch (this) {
      case NONE -> interleave(components, out, pixels);
      case YCC_TO_RGB -> toRgb(components, out, pixels);
      case YCCK_TO_CMYK -> {
        toCmy(components, out, pixels);
        copyBand(components[3], out, 3, 4, pixels);
      }
    }
  }

  private static void interleave(ComponentRow[] components, byte[] out, int pixels) {
    int bands = components.length;
    if (bands == 1) {
      System.arraycopy(components[0].samples(), components[0].offset(), out, 0, pixels);
      return;
    }
    for (int band = 0; band < bands; band++) {
      copyBand(components[band], out, band, bands, pixels);
    }
  }

  private static void copyBand(
      ComponentRow component, byte[] out, int band, int bands, int pixels) {
    byte[] in = component.samples();
    int offset = component.offset();
    for (int x = 0, o = band; x < pixels; x++, o += bands) {
      out[o] = in[offset + x];
    }
  }

  private static void toRgb(ComponentRow[] components, byte[] out, int pixels) {
    byte[] lumas = components[0].samples();
    byte[] blues = components[1].samples();
    byte[] reds = components[2].samples();
    int luma = components[0].offset();
    int blue = components[1].offset();
    int red = components[2].offset();
    for (int x = 0, o = 0; x < pixels; x++, o += 3) {
      int y = lumas[luma + x] & 0xFF;
      int cb = blues[blue + x] & 0xFF;
      int cr = reds[red + x] & 0xFF;
      int r = y + RED_OF_CR[cr];
      int g = y + ((GREEN_OF_CB[cb] + GREEN_OF_CR[cr]) >> BITS);
      int b = y + BLUE_OF_CB[cb];
      if (((r | g | b) & ~0xFF) != 0) {
        r = sample(r);
        g = sample(g);
        b = sample(b);
      }
      out[o] = (byte) r;
      out[o + 1] = (byte) g;
      out[o + 2] = (byte) b;
    }
  }

  /** Makes the complements of RGB, and spreads them from three bytes a pixel to four. */
  private static void toCmy(ComponentRow[] components, byte[] out, int pixels) {
    toRgb(components, out, pixels);
    for (int x = pixels - 1; x >= 0; x--) {
      byte cyan = (byte) ~out[3 * x];
      byte magenta = (byte) ~out[3 * x + 1];
      byte yellow = (byte) ~out[3 * x + 2];
      out[4 * x] = cyan;
      out[4 * x + 1] = magenta;
      out[4 * x + 2] = yellow;
    }
  }

  private static byte sample(int value) {
    return (byte) ((value & ~0xFF) == 0 ? value : ~value >> 31);
  }
}
