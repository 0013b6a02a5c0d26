package org.casaba.pyramid.store;

import org.casaba.plan.ImageFacts;

/** What a pyramid takes at least, foreseen without reading pixels. */
final class LeastSize {
  /** Deflate makes one byte of at most so many, and JPEG does not do better. */
  private static final int TIGHTEST = 1032;

  /** How much better than its source's a pyramid's compression may be. */
  private static final int BETTER = 4;

  private LeastSize() {}

  /**
   * Bytes that are exceeded.
   *
   * @param pixels of the pyramid's largest level, in bytes without compression
   * @param file bytes of the image's file
   */
  static long of(UntiledImage image, long pixels, long file) {
    long compressed = compressed(image.image().facts(), pixels, file);
    return Math.max(pixels / TIGHTEST, compressed >> (2 * image.from()));
  }

  /**
   * Of the full size as it is stored, as far as that tells of the pixels: not if there are others,
   * or hardly any compression, which could be ours to do.
   */
  private static long compressed(ImageFacts facts, long pixels, long file) {
    boolean tells =
        switch (facts.format()) {
          case "JPEG" -> true;
          case "PNG" -> facts.coloring() != ImageFacts.Coloring.BITONAL && file < pixels;
          default -> false;
        };
    return tells ? file / BETTER : 0;
  }
}
