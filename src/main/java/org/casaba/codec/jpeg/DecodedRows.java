package org.casaba.codec.jpeg;

import org.casaba.geometry.Rectangle;

/** Rows out of a part of a picture that has been decoded as a whole. Not thread-safe. */
final class DecodedRows implements BandRows {
  private final byte[] pixels;
  private final JpegLibrary.Decoding decoding;
  private final Rectangle region;
  private int next;

  /**
   * Rows of a part.
   *
   * @param pixels of the whole picture
   * @param region inside the decoded picture
   */
  DecodedRows(byte[] pixels, JpegLibrary.Decoding decoding, Rectangle region) {
    this.pixels = pixels;
    this.decoding = decoding;
    this.region = region;
  }

  @Override
  public int width() {
    return region.width();
  }

  @Override
  public int height() {
    return region.height();
  }

  @Override
  public int bands() {
    return decoding.bands();
  }

  @Override
  public void next(byte[] row) {
    if (next == region.height()) {
      throw new IllegalStateException("all rows have been pulled");
    }
    int start = (region.y() + next) * decoding.scaled().width() + region.x();
    System.arraycopy(pixels, start * bands(), row, 0, region.width() * bands());
    next++;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
