package org.casaba.codec.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes TIFF files, also such as nobody should write. */
final class TiffFile {
  static final int BYTE = 1;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int UNDEFINED = 7;
  static final int LONG8 = 16;

  private final boolean big;
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

  TiffFile(ByteOrder order, boolean big) {
    this.big = big;
    bytes.order(order);
    bytes.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes());
    bytes.putShort((short) (big ? 43 : 42));
    if (big) {
      bytes.putShort((short) 8).putShort((short) 0);
    }
    offset(0);
  }

  static TiffFile classic() {
    return new TiffFile(ByteOrder.LITTLE_ENDIAN, false);
  }

  static TiffFile big() {
    return new TiffFile(ByteOrder.BIG_ENDIAN, true);
  }

  /** The fields of a picture of one strip that is not compressed; to be changed as needed. */
  static Map<Integer, Values> picture(int width, int height, int samples) {
    Map<Integer, Values> fields = new LinkedHashMap<>();
    fields.put(256, longs(width));
    fields.put(257, longs(height));
    long[] bits = new long[samples];
    Arrays.fill(bits, 8);
    fields.put(258, new Values(SHORT, bits.length, bits));
    fields.put(259, shorts(1));
    fields.put(262, shorts(samples >= 3 ? 2 : 1));
    fields.put(277, shorts(samples));
    fields.put(278, longs(height));
    return fields;
  }

  /**
   * Values of a field.
   *
   * @param count as the directory says; may be a lie
   */
  record Values(int type, long count, long[] values) {}

  static Values shorts(long... values) {
    return new Values(SHORT, values.length, values);
  }

  static Values longs(long... values) {
    return new Values(LONG, values.length, values);
  }

  static Values undefined(byte[] bytes) {
    long[] values = new long[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes[i];
    }
    return new Values(UNDEFINED, values.length, values);
  }

  /** Adds bytes and tells where. */
  long append(byte[] data) {
    room(data.length + 1);
    int at = bytes.position();
    bytes.put(data);
    if ((bytes.position() & 1) == 1) {
      bytes.put((byte) 0);
    }
    return at;
  }

  /** Adds a directory and tells where; nothing points to it yet. */
  long directory(Map<Integer, Values> fields) {
    Map<Integer, Long> places = new LinkedHashMap<>();
    for (var field : fields.entrySet()) {
      Values v = field.getValue();
      if (v.values.length * width(v.type) > (big ? 8 : 4)) {
        room(v.values.length * 8);
        places.put(field.getKey(), (long) bytes.position());
        for (long value : v.values) {
          put(v.type, value);
        }
      }
    }
    room(fields.size() * 20 + 32);
    long at = bytes.position();
    if (big) {
      bytes.putLong(fields.size());
    } else {
      bytes.putShort((short) fields.size());
    }
    for (var field : fields.entrySet()) {
      Values v = field.getValue();
      bytes.putShort((short) (int) field.getKey()).putShort((short) v.type);
      offset(v.count);
      int end = bytes.position() + (big ? 8 : 4);
      if (places.containsKey(field.getKey())) {
        offset(places.get(field.getKey()));
      } else {
        for (long value : v.values) {
          put(v.type, value);
        }
      }
      bytes.position(end);
    }
    offset(0);
    return at;
  }

  /** Position of a directory's pointer to the next one. */
  long nextOf(long directory) {
    int at = (int) directory;
    return big ? at + 8 + 20 * bytes.getLong(at) : at + 2 + 12 * bytes.getShort(at);
  }

  /** Makes the header, or what {@link #nextOf} tells, point to a directory. */
  void point(long pointer, long directory) {
    if (big) {
      bytes.putLong((int) pointer, directory);
    } else {
      bytes.putInt((int) pointer, (int) directory);
    }
  }

  long header() {
    return big ? 8 : 4;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** A file of one directory. */
  byte[] of(Map<Integer, Values> fields) {
    point(header(), directory(fields));
    return toBytes();
  }

  private void offset(long value) {
    put(big ? LONG8 : LONG, value);
  }

  private void put(int type, long value) {
    switch (width(type)) {
      case 1 -> bytes.put((byte) value);
      case 2 -> bytes.putShort((short) value);
      case 4 -> bytes.putInt((int) value);
      default -> bytes.putLong(value);
    }
  }

  private static int width(int type) {
    return switch (type) {
      case BYTE, UNDEFINED -> 1;
      case SHORT -> 2;
      case LONG8 -> 8;
      default -> 4;
    };
  }

  private void room(int more) {
    if (bytes.remaining() < more) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + more));
      larger.order(bytes.order());
      larger.put(bytes.flip());
      bytes = larger;
    }
  }
}
