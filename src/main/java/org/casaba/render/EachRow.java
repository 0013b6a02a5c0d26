package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** A picture whose every row is computed from the same row of another, pixel by pixel. */
final class EachRow implements PixelRows {

  /** Computes the {@code width} pixels of a row. */
  interface Change {
    void apply(byte[] from, byte[] to, int width);
  }

  private final PixelRows source;
  private final PixelLayout layout;
  private final Change change;
  private final byte[] from;

  /**
   * @param layout what {@code change} writes
   */
  EachRow(PixelRows source, PixelLayout layout, Change change) {
    this.source = source;
    this.layout = layout;
    this.change = change;
    this.from = new byte[source.width() * source.layout().bands()];
  }

  @Override
  public int width() {
    return source.width();
  }

  @Override
  public int height() {
    return source.height();
  }

  @Override
  public PixelLayout layout() {
    return layout;
  }

  @Override
  public void next(byte[] row) throws IOException {
    source.next(from);
    change.apply(from, row, source.width());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
