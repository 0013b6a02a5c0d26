package org.casaba.codec.png;

import org.casaba.codec.IndexedColors;
import org.casaba.codec.PixelLayout;
import org.casaba.plan.ImageFacts.Coloring;
import org.jspecify.annotations.Nullable;

/** How the samples of a PNG file become pixels: one byte a band, palette and tRNS applied. */
final class SampleConversion {
  private final PngHeader header;
  private final PixelLayout layout;
  private final Coloring coloring;

  /** What indices stand for; null if the samples are none. */
  private final @Nullable IndexedColors palette;

  /** The one value of samples that is transparent; null for none. */
  private final int @Nullable [] key;

  private SampleConversion(
      PngHeader header,
      PixelLayout layout,
      Coloring coloring,
      @Nullable IndexedColors palette,
      int @Nullable [] key) {
    this.header = header;
    this.layout = layout;
    this.coloring = coloring;
    this.palette = palette;
    this.key = key;
  }

  /**
   * For samples that are themselves levels of light.
   *
   * @param trns data of the chunk tRNS, null if there is none; ignored if it is of the wrong length
   */
  static SampleConversion direct(PngHeader header, byte @Nullable [] trns) {
    int samples = header.color().samples();
    boolean keyed = trns != null && trns.length == 2 * samples && samples % 2 == 1;
    int[] key = keyed && trns != null ? key(header, trns) : null;
    PixelLayout layout = PixelLayout.of(samples > 2, key != null || samples % 2 == 0);
    Coloring coloring =
        samples > 2 ? Coloring.COLOR : header.depth() == 1 ? Coloring.BITONAL : Coloring.GRAY;
    return new SampleConversion(header, layout, coloring, null, key);
  }

  private static int[] key(PngHeader header, byte[] trns) {
    int[] key = new int[trns.length / 2];
    for (int i = 0; i < key.length; i++) {
      int value = (trns[2 * i] & 0xFF) << 8 | (trns[2 * i + 1] & 0xFF);
      key[i] = value & ((1 << header.depth()) - 1);
    }
    return key;
  }

  /**
   * For samples that are indices.
   *
   * @param plte data of the chunk PLTE: three bytes an entry
   * @param trns data of the chunk tRNS: opacities of the first entries; null for none
   */
  static SampleConversion indexed(PngHeader header, byte[] plte, byte @Nullable [] trns) {
    byte[] opacities = trns == null ? new byte[0] : trns;
    boolean alpha = false;
    for (int i = 0; i < Math.min(opacities.length, plte.length / 3); i++) {
      alpha |= opacities[i] != -1;
    }
    IndexedColors palette = new IndexedColors(plte, opacities, alpha);
    return new SampleConversion(header, palette.layout(), palette.coloring(), palette, null);
  }

  PixelLayout layout() {
    return layout;
  }

  Coloring coloring() {
    return coloring;
  }

  /** Writes pixels {@code x} to {@code x + count} of a row of samples to the target's beginning. */
  void convert(byte[] samples, int x, int count, byte[] target) {
    if (palette != null) {
      for (int i = 0; i < count; i++) {
        palette.put(sample(samples, x + i), target, i * layout.bands());
      }
    } else if (key == null && header.depth() == 8) {
      System.arraycopy(samples, x * layout.bands(), target, 0, count * layout.bands());
    } else if (key == null) {
      int perPixel = header.color().samples();
      for (int i = 0; i < count * perPixel; i++) {
        target[i] = level(sample(samples, x * perPixel + i));
      }
    } else {
      compare(key, samples, x, count, target);
    }
  }

  private void compare(int[] transparent, byte[] samples, int x, int count, byte[] target) {
    int from = x * transparent.length;
    int to = 0;
    for (int i = 0; i < count; i++) {
      byte alpha = 0;
      for (int k : transparent) {
        int sample = sample(samples, from++);
        target[to++] = level(sample);
        alpha = sample == k ? alpha : -1;
      }
      target[to++] = alpha;
    }
  }

  private int sample(byte[] samples, int index) {
    int depth = header.depth();
    return switch (depth) {
      case 8 -> samples[index] & 0xFF;
      case 16 -> (samples[2 * index] & 0xFF) << 8 | (samples[2 * index + 1] & 0xFF);
      default -> {
        int bit = index * depth;
        yield (samples[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
      }
    };
  }

  /** A sample on the scale to 255, rounded. */
  private byte level(int sample) {
    return (byte)
        switch (header.depth()) {
          case 1 -> sample * 255;
          case 2 -> sample * 85;
          case 4 -> sample * 17;
          case 8 -> sample;
          default -> (sample + 128) / 257;
        };
  }
}
