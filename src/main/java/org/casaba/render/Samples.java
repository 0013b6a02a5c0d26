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
    int n = count * layout.bands();
    // Bytes are signed in Java; both loops are compiled to vector instructions, one with & 0xff
    // not.
    for (int i = 0; i < n; i++) {
      pixels[i] ^= (byte) 0x80;
    }
    for (int i = 0; i < n; i++) {
      samples[i] = pixels[i] + 128f;
    }
    if (layout.alpha()) {
      multiply(samples, n, layout.bands() - 1);
    }
  }

  private static void multiply(float[] samples, int n, int colors) {
    for (int i = 0; i < n; i += colors + 1) {
      float alpha = samples[i + colors];
      if (alpha < MAX) {
        scale(samples, i, i + colors, alpha / MAX);
      }
    }
  }

  /**
   * Rounds and clamps; pixels without any opacity become black.
   *
   * @param samples overwritten
   */
  static void toPixels(float[] samples, int count, PixelLayout layout, byte[] pixels) {
    int n = count * layout.bands();
    if (layout.alpha()) {
      divide(samples, n, layout.bands() - 1);
    }
    for (int i = 0; i < n; i++) {
      pixels[i] = (byte) (int) (Math.max(0f, Math.min(MAX, samples[i])) + 0.5f);
    }
  }

  private static void divide(float[] samples, int n, int colors) {
    for (int i = 0; i < n; i += colors + 1) {
      float alpha = samples[i + colors];
      if (alpha != MAX) {
        scale(samples, i, i + colors, alpha < 0.5f ? 0 : MAX / alpha);
      }
    }
  }

  private static void scale(float[] samples, int from, int to, float factor) {
    for (int i = from; i < to; i++) {
      samples[i] *= factor;
    }
  }
}
