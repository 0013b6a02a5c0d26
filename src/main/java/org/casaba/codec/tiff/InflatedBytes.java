package org.casaba.codec.tiff;

import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.geometry.Dimensions;

/** A segment that has been inflated whole by a library. */
final class InflatedBytes implements SegmentBytes {
  /** Most bytes of segments that are held inflated side by side. */
  private static final int MOST_ABREAST = 16 << 20;

  private static final int LARGEST = 4 << 20;

  private final byte[] bytes;
  private int at;

  private InflatedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * What is to be inflated.
   *
   * @param size of the segment as stored, in pixels
   * @param depth how many of its rows are needed, from the first on
   * @param abreast how many segments are decoded side by side
   */
  record Wanted(Dimensions size, int depth, int abreast) {

    /** A library takes two fifths of the time that the JDK takes, but for all rows. */
    private boolean pays() {
      return depth * 5L >= size.height() * 2L;
    }
  }

  /** Inflates a segment if that is cheaper than by the JDK, which stops at the last needed row. */
  static Optional<SegmentBytes> of(
      DeflateLibrary library, byte[] stored, SampleLayout layout, Wanted wanted) {
    if (!library.isThere() || !wanted.pays() || layout.isSubsampled()) {
      return Optional.empty();
    }
    long length = layout.rowBytes(wanted.size().width()) * wanted.size().height();
    return length > Math.min(LARGEST, MOST_ABREAST / wanted.abreast())
        ? Optional.empty()
        : library.inflate(stored, (int) length).map(InflatedBytes::new);
  }

  @Override
  public void read(byte[] target, int offset, int length) throws DamagedImageException {
    if (length > bytes.length - at) {
      throw SegmentBytes.tooShort();
    }
    System.arraycopy(bytes, at, target, offset, length);
    at += length;
  }

  @Override
  public void skip(long count) {
    at = (int) Math.min(bytes.length, at + count);
  }
}
