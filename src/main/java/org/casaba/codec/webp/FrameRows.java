package org.casaba.codec.webp;

import java.io.IOException;
import java.nio.ByteOrder;
import org.casaba.codec.ContentReader;
import org.casaba.codec.webp.lossless.LosslessRows;
import org.casaba.codec.webp.lossy.LossyRows;
import org.casaba.content.Content;

/** The rows of a frame from the top. */
interface FrameRows {

  /**
   * Writes the next row.
   *
   * @param row RGB or RGBA
   * @param bands bytes from one pixel to the next, 3 or 4
   */
  void next(byte[] row, int bands) throws IOException;

  /** Passes over a row. */
  void skip() throws IOException;

  static FrameRows lossless(Content content, WebpFrame.Lossless frame) throws IOException {
    ContentReader reader = new ContentReader(content, frame.start(), ByteOrder.LITTLE_ENDIAN);
    int width = frame.size().width();
    LosslessRows rows =
        new LosslessRows(reader, frame.end() - frame.start(), width, frame.size().height());
    int[] argb = new int[width];
    return new FrameRows() {
      @Override
      public void next(byte[] row, int bands) throws IOException {
        rows.next(argb);
        for (int x = 0, to = 0; x < width; x++, to += bands) {
          row[to] = (byte) (argb[x] >> 16);
          row[to + 1] = (byte) (argb[x] >> 8);
          row[to + 2] = (byte) argb[x];
          if (bands == 4) {
            row[to + 3] = (byte) (frame.alpha() ? argb[x] >> 24 : 255);
          }
        }
      }

      @Override
      public void skip() throws IOException {
        rows.next(argb);
      }
    };
  }

  static FrameRows lossy(Content content, WebpFrame.Lossy frame) throws IOException {
    LossyRows rows = new LossyRows(content, frame.header(), frame.end());
    AlphaRows alpha = AlphaRows.of(content, frame);
    return new FrameRows() {
      @Override
      public void next(byte[] row, int bands) throws IOException {
        rows.next(row, bands);
        if (bands == 4) {
          alpha.next(row);
        }
      }

      @Override
      public void skip() throws IOException {
        rows.skip();
        alpha.skip();
      }
    };
  }
}
