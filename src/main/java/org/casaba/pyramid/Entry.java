package org.casaba.pyramid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.casaba.codec.metadata.StoredField;

/**
 * A field of a TIFF directory (TIFF 6.0 section 2).
 *
 * @param count of values
 * @param values in little-endian order; not compared
 */
@SuppressWarnings("ArrayRecordComponent") // entries are written, never compared
record Entry(int tag, int type, long count, byte[] values) {
  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;
  private static final int LONG8 = 16;

  static Entry shorts(int tag, int... numbers) {
    byte[] values = new byte[Short.BYTES * numbers.length];
    ByteBuffer into = littleEndian(values);
    for (int number : numbers) {
      into.putShort((short) number);
    }
    return new Entry(tag, SHORT, numbers.length, values);
  }

  static Entry longs(int tag, int number) {
    byte[] values = new byte[Integer.BYTES];
    littleEndian(values).putInt(number);
    return new Entry(tag, LONG, 1, values);
  }

  /**
   * Positions in the file, or lengths.
   *
   * @param big whether the file is BigTIFF
   */
  static Entry offsets(int tag, boolean big, long... numbers) {
    byte[] values = new byte[(big ? Long.BYTES : Integer.BYTES) * numbers.length];
    ByteBuffer into = littleEndian(values);
    for (long number : numbers) {
      if (big) {
        into.putLong(number);
      } else {
        into.putInt((int) number);
      }
    }
    return new Entry(tag, big ? LONG8 : LONG, numbers.length, values);
  }

  /** A ratio of 1. */
  static Entry one(int tag) {
    byte[] values = new byte[2 * Integer.BYTES];
    littleEndian(values).putInt(1).putInt(1);
    return new Entry(tag, RATIONAL, 1, values);
  }

  static Entry bytes(int tag, byte[] values) {
    return new Entry(tag, BYTE, values.length, values);
  }

  static Entry undefined(int tag, byte[] values) {
    return new Entry(tag, UNDEFINED, values.length, values);
  }

  static Entry of(StoredField field) {
    return new Entry(field.tag(), field.type(), field.count(), field.values());
  }

  private static ByteBuffer littleEndian(byte[] values) {
    return ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
  }
}
