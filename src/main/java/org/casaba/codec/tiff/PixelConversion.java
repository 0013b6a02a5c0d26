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
  private final @Nullable Palette palette;

  /**
   * The conversion of a page.
   *
   * @param inks where the samples are inks
   */
  PixelConversion(Interpretation interpretation, @Nullable CmykConversion inks) {
    this.interpretation = interpretation;
    this.layout = interpretation.layout();
    this.inks = inks;
    this.palette =
        interpretation.photometric() instanceof Photometric.Indexed(Palette p) ? p : null;
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
      case Photometric.Rgb _ -> copy(samples, pixels, target, offset);
      case Photometric.Indexed _ -> look(samples, pixels, target, offset);
      case Photometric.Inks _ -> inks(samples, pixels, target, offset);
      case Photometric.Gray(boolean whiteIsZero) -> {
        if (whiteIsZero) {
          invert(samples, pixels);
        }
        copy(samples, pixels, target, offset);
      }
      case Photometric.Ycbcr(YcbcrSpace space) -> {
        space.convert(samples, pixels, interpretation.samples());
        copy(samples, pixels, target, offset);
      }
    }
    if (interpretation.hasAlpha()) {
      alpha(samples, pixels, target, offset);
    }
  }

  /** Turns round the first sample of each pixel. */
  private void invert(byte[] samples, int pixels) {
    int step = interpretation.samples();
    for (int i = 0, s = 0; i < pixels; i++, s += step) {
      samples[s] = (byte) ~samples[s];
    }
  }

  private void copy(byte[] samples, int pixels, byte[] target, int offset) {
    int step = interpretation.samples();
    int bands = layout.bands();
    int colors = interpretation.photometric().colors();
    for (int i = 0, s = 0, t = offset; i < pixels; i++, s += step, t += bands) {
      target[t] = samples[s];
      if (colors == 3) {
        target[t + 1] = samples[s + 1];
        target[t + 2] = samples[s + 2];
      }
    }
  }

  private void look(byte[] samples, int pixels, byte[] target, int offset) {
    Palette colors = Objects.requireNonNull(palette);
    int step = interpretation.samples();
    int bands = layout.bands();
    int opaque = interpretation.hasAlpha() ? bands - 1 : bands;
    for (int i = 0, s = 0, t = offset; i < pixels; i++, s += step, t += bands) {
      colors.put(samples[s] & 0xFF, target, t, opaque);
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
