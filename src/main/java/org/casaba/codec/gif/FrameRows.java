package org.casaba.codec.gif;

import java.io.Closeable;
import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.Spool;
import org.jspecify.annotations.Nullable;

/**
 * The rows of indices of a frame from the top. Those of an interlaced frame (appendix E) are put in
 * order in a spool when the first is asked for.
 */
final class FrameRows implements Closeable {
  private static final int[] PASS_STARTS = {0, 4, 2, 1};
  private static final int[] PASS_STEPS = {8, 8, 4, 2};

  private final LzwReader indices;
  private final GifFrame frame;
  private @Nullable Spool spool;
  private int y;

  FrameRows(LzwReader indices, GifFrame frame) {
    this.indices = indices;
    this.frame = frame;
  }

  /** Writes the next row to the beginning of {@code row}. */
  void next(byte[] row) throws IOException {
    if (frame.interlaced()) {
      spool().row(y++, row);
    } else {
      indices.read(row, frame.bounds().width());
    }
  }

  private Spool spool() throws IOException {
    if (spool == null) {
      int height = frame.bounds().height();
      Spool ordered = new Spool(frame.bounds().width(), height, PixelLayout.GRAY);
      spool = ordered;
      byte[] row = new byte[ordered.width()];
      for (int pass = 0; pass < PASS_STARTS.length; pass++) {
        for (int to = PASS_STARTS[pass]; to < height; to += PASS_STEPS[pass]) {
          indices.read(row, row.length);
          ordered.put(to, row);
        }
      }
    }
    return spool;
  }

  @Override
  public void close() throws IOException {
    if (spool != null) {
      spool.close();
    }
  }
}
