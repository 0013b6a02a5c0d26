package org.casaba.pyramid;

import org.casaba.codec.PixelLayout;

/**
 * Makes one row of two, each pixel the mean of two by two, so that nothing is shifted: pixel (x, y)
 * shows what pixels (2x, 2y) to (2x + 1, 2y + 1) show. What there is but one of, at an odd edge,
 * stays as it is. Colours count as much as they are opaque.
 */
final class Halving {
  private final PixelLayout layout;
  private final int width;

  /**
   * @param width of the larger rows, in pixels
   */
  Halving(PixelLayout layout, int width) {
    this.layout = layout;
    this.width = width;
  }

  /**
   * Averages two rows.
   *
   * @param upper where in {@code rows} the upper one begins
   * @param lower where the lower one begins; {@code upper} if there is none
   */
  void halve(byte[] rows, int upper, int lower, byte[] half) {
    if (layout.alpha()) {
      opaque(rows, upper, lower, half);
    } else {
      plain(rows, upper, lower, half);
    }
  }

  private void plain(byte[] rows, int upper, int lower, byte[] half) {
    int bands = layout.bands();
    int pairs = width / 2 * bands;
    for (int to = 0, from = 0; to < pairs; from += bands) {
      for (int band = 0; band < bands; band++, to++, from++) {
        int sum =
            (rows[upper + from] & 0xFF)
                + (rows[upper + from + bands] & 0xFF)
                + (rows[lower + from] & 0xFF)
                + (rows[lower + from + bands] & 0xFF);
        half[to] = (byte) ((sum + 2) >> 2);
      }
    }
    if (width % 2 == 1) {
      int from = (width - 1) * bands;
      for (int band = 0; band < bands; band++) {
        int sum = (rows[upper + from + band] & 0xFF) + (rows[lower + from + band] & 0xFF);
        half[pairs + band] = (byte) ((sum + 1) >> 1);
      }
    }
  }

  private void opaque(byte[] rows, int upper, int lower, byte[] half) {
    int bands = layout.bands();
    for (int x = 0, to = 0; x < width; x += 2, to += bands) {
      int left = x * bands;
      int right = Math.min(x + 1, width - 1) * bands;
      int[] corners = {upper + left, upper + right, lower + left, lower + right};
      int opacity = 0;
      for (int corner : corners) {
        opacity += rows[corner + bands - 1] & 0xFF;
      }
      for (int band = 0; band < bands - 1; band++) {
        int sum = 0;
        for (int corner : corners) {
          sum += (rows[corner + band] & 0xFF) * (rows[corner + bands - 1] & 0xFF);
        }
        half[to + band] = opacity == 0 ? 0 : (byte) ((sum + opacity / 2) / opacity);
      }
      half[to + bands - 1] = (byte) ((opacity + 2) >> 2);
    }
  }
}
