package org.casaba.render;

import java.io.Closeable;
import java.io.IOException;
import org.casaba.codec.PixelRows;
import org.casaba.codec.Spool;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is taken in as a whole once it is needed, for steps that want other rows first.
 */
final class SpooledPicture implements Closeable {
  private final PixelRows rows;
  private @Nullable Spool spool;

  SpooledPicture(PixelRows rows) {
    this.rows = rows;
  }

  /** All pixels. The first call reads all rows and closes them. */
  Spool pixels() throws IOException {
    if (spool == null) {
      spool = spooled(rows);
      rows.close();
    }
    return spool;
  }

  private static Spool spooled(PixelRows rows) throws IOException {
    Spool all = new Spool(rows.width(), rows.height(), rows.layout());
    try {
      byte[] row = new byte[all.stride()];
      for (int y = 0; y < all.height(); y++) {
        rows.next(row);
        all.put(y, row);
      }
      return all;
    } catch (IOException | RuntimeException | Error e) {
      all.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      if (spool != null) {
        spool.close();
      }
    }
  }
}
