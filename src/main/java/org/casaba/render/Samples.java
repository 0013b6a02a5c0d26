package org.casaba.render;

import org.casaba.codec.PixelLayout;

/**
 * Pixels as floats between 0 and 255, with colours multiplied by opacity, so that transparent
 * neighbours lend nothing of their invisible colour. Floats, not fixed point: they multiply faster
 * in the vector instructions that the JIT compiler makes of these loops, need no thought for
 * overflow, and Java's arithmetic gives the same bits everywhere.
 */
final class Samples {
  private static final float MAX = 255;

  private Samples() {}

  /**
   * @param pixels overwritten
   */
  static void fromPixels(byte[] pixels, int count, PixelLayout layout, float[] samples) {
    if (layout.alpha()) {
      multiply(pixels, count * layout.bands(), layout.bands() - 1, samples);
      return;
    }
    int n = count * layout.bands();
    // Bytes are signed in Java; both loops are compiled to vector instructions, one with & 0xff
    // not.
    for (int i = 0; i < n; i++) {
      pixels[i] ^= (byte) 0x80;
    }
    for (int i = 0; i < n; i++) {
      samples[i] = pixels[i] + 128f;
    }
  }

  private static void multiply(byte[] pixels, int n, int colors, float[] samples) {
    for (int i = 0; i < n; i += colors + 1) {
      float alpha = pixels[i + colors] & 0xff;
      float factor = alpha / MAX;
      for (int c = i; c < i + colors; c++) {
        samples[c] = (pixels[c] & 0xff) * factor;
      }
      samples[i + colors] = alpha;
    }
  }

  /** Rounds and clamps; pixels without any opacity become black. */
  static void toPixels(float[] samples, int count, PixelLayout layout, byte[] pixels) {
    if (layout.alpha()) {
      divide(samples, count * layout.bands(), layout.bands() - 1, pixels);
      return;
    }
    int n = count * layout.bands();
    for (int i = 0; i < n; i++) {
      pixels[i] = rounded(samples[i]);
    }
  }

  private static void divide(float[] samples, int n, int colors, byte[] pixels) {
    for (int i = 0; i < n; i += colors + 1) {
      float alpha = samples[i + colors];
      byte opacity = rounded(alpha);
      float factor = opacity == 0 ? 0 : MAX / alpha;
      for (int c = i; c < i + colors; c++) {
        pixels[c] = rounded(samples[c] * factor);
      }
      pixels[i + colors] = opacity;
    }
  }

  private static byte rounded(float sample) {
    return (byte) (int) (Math.max(0f, Math.min(MAX, sample)) + 0.5f);
  }
}
