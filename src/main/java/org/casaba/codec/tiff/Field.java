package org.casaba.codec.tiff;

import java.io.IOException;
import org.casaba.codec.DamagedImageException;

/**
 * Where a directory entry's values lie. Nothing is known yet about their lying inside the file.
 *
 * @param type number of the field type, TIFF 6.0 section 2 and BigTIFF
 * @param count number of values, as the file says
 * @param position of the first value
 */
record Field(int type, long count, long position) {
  private static final int RATIONAL = 5;

  /** Bytes of one value; 0 for a type that does not exist. */
  static int width(int type) {
    return switch (type) {
      case 1, 2, 6, 7 -> 1;
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12, 16, 17, 18 -> 8;
      default -> 0;
    };
  }

  /** Whether all values lie inside the file, so that their number is safe to allocate. */
  boolean isInside(TiffBytes bytes) {
    return count <= bytes.size() && bytes.holds(position, count * width(type));
  }

  /** The value at an index, which must be an unsigned whole number. */
  long number(TiffBytes bytes, long index) throws IOException {
    if (index >= count) {
      throw new DamagedImageException("A field of the TIFF directory has too few values");
    }
    long at = position + index * width(type);
    return switch (type) {
      case 1, 7 -> bytes.u8(at);
      case 3 -> bytes.u16(at);
      case 4, 13 -> bytes.u32(at);
      case 16, 18 -> bytes.u64(at);
      default -> throw wrongType();
    };
  }

  /** The value at an index, which must be an unsigned ratio or whole number. */
  double ratio(TiffBytes bytes, long index) throws IOException {
    if (type != RATIONAL) {
      return number(bytes, index);
    }
    if (index >= count) {
      throw new DamagedImageException("A field of the TIFF directory has too few values");
    }
    long at = position + index * width(type);
    return (double) bytes.u32(at) / Math.max(1, bytes.u32(at + 4));
  }

  private static DamagedImageException wrongType() {
    return new DamagedImageException("A field of the TIFF directory has the wrong type");
  }
}
