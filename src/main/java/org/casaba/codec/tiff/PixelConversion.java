package org.casaba.codec.tiff;

import java.util.Objects;
import org.casaba.codec.CmykConversion;
import org.casaba.codec.PixelLayout;
import org.jspecify.annotations.Nullable;

/** From a row's samples to pixels. Immutable. */
final class PixelConversion {
  private final Interpretation interpretation;
  private final PixelLayout layout;
  private final @Nullable CmykConversion inks;

  /**
   * The conversion of a page.
   *
   * @param inks where the samples are inks
   */
  PixelConversion(Interpretation interpretation, @Nullable CmykConversion inks) {
    this.interpretation = interpretation;
    this.layout = interpretation.layout();
    this.inks = inks;
  }

  PixelLayout layout() {
    return layout;
  }

  /** Whether samples can be used as they are. */
  boolean isDirect() {
    return interpretation.isDirect();
  }

  /**
   * Converts a number of pixels.
   *
   * @param samples may be changed
   * @param offset index in {@code target} of the first pixel
   */
  void convert(byte[] samples, int pixels, byte[] target, int offset) {
    switch (interpretation.photometric()) {
      case BLACK_IS_ZERO -> gray(samples, pixels, target, offset, 0);
      case WHITE_IS_ZERO -> gray(samples, pixels, target, offset, 0xFF);
      case RGB -> rgb(samples, pixels, target, offset);
      case PALETTE -> palette(samples, pixels, target, offset);
      case CMYK -> inks(samples, pixels, target, offset);
    }
    if (interpretation.hasAlpha()) {
      alpha(samples, pixels, target, offset);
    }
  }

  private void gray(byte[] samples, int pixels, byte[] target, int offset, int flip) {
    int step = interpretation.samples();
    int bands = layout.bands();
    for (int i = 0, s = 0, t = offset; i < pixels; i++, s += step, t += bands) {
      target[t] = (byte) (samples[s] ^ flip);
    }
  }

  private void rgb(byte[] samples, int pixels, byte[] target, int offset) {
    int step = interpretation.samples();
    int bands = layout.bands();
    for (int i = 0, s = 0, t = offset; i < pixels; i++, s += step, t += bands) {
      target[t] = samples[s];
      target[t + 1] = samples[s + 1];
      target[t + 2] = samples[s + 2];
    }
  }

  private void palette(byte[] samples, int pixels, byte[] target, int offset) {
    Palette palette = interpretation.palette();
    int step = interpretation.samples();
    int bands = layout.bands();
    int opaque = interpretation.hasAlpha() ? bands - 1 : bands;
    for (int i = 0, s = 0, t = offset; i < pixels; i++, s += step, t += bands) {
      palette.put(samples[s] & 0xFF, target, t, opaque);
    }
  }

  private void inks(byte[] samples, int pixels, byte[] target, int offset) {
    CmykConversion conversion = Objects.requireNonNull(inks);
    byte[] cmyk = samples;
    int step = interpretation.samples();
    if (step > 4) {
      cmyk = new byte[4 * pixels];
      for (int i = 0; i < pixels; i++) {
        System.arraycopy(samples, i * step, cmyk, 4 * i, 4);
      }
    }
    byte[] rgb = new byte[3 * pixels];
    conversion.convert(cmyk, rgb, pixels);
    int bands = layout.bands();
    for (int i = 0, t = offset; i < pixels; i++, t += bands) {
      System.arraycopy(rgb, 3 * i, target, t, 3);
    }
  }

  /** Puts the opacity behind the colours and, where these hold it already, divides it out. */
  private void alpha(byte[] samples, int pixels, byte[] target, int offset) {
    int step = interpretation.samples();
    int colors = layout.bands() - 1;
    for (int i = 0, s = interpretation.alpha(), t = offset; i < pixels; i++, s += step) {
      int a = samples[s] & 0xFF;
      if (interpretation.premultiplied()) {
        for (int c = t; c < t + colors; c++) {
          int v = target[c] & 0xFF;
          target[c] = (byte) (a == 0 ? 0 : Math.min(255, (v * 255 + a / 2) / a));
        }
      }
      target[t + colors] = (byte) a;
      t += colors + 1;
    }
  }
}
