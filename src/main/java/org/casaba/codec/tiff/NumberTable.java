package org.casaba.codec.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field that has one for each tile or strip. A short table is held; a long one (a
 * gigapixel picture has a million tiles) stays in the file, and the part that is needed is read
 * each time. Immutable.
 */
final class NumberTable {
  /** Longer tables are not held: all levels together then stay below half a megabyte. */
  private static final int MOST_HELD = 16384;

  /** SHORT, LONG, IFD, LONG8, IFD8. */
  private static final Set<Integer> WHOLE_NUMBERS = Set.of(3, 4, 13, 16, 18);

  private final Field field;
  private final ByteOrder order;
  private final long @Nullable [] held;

  private NumberTable(Field field, ByteOrder order, long @Nullable [] held) {
    this.field = field;
    this.order = order;
    this.held = held;
  }

  static NumberTable of(Field field, TiffBytes bytes) throws IOException {
    if (!WHOLE_NUMBERS.contains(field.type())) {
      throw new DamagedImageException("The TIFF file's table of tiles or strips has a wrong type");
    }
    if (!field.isInside(bytes)) {
      throw new DamagedImageException("The TIFF file ends before its table of tiles or strips");
    }
    if (field.count() > MOST_HELD) {
      return new NumberTable(field, bytes.order(), null);
    }
    int width = Field.width(field.type());
    long[] values = new long[(int) field.count()];
    fill(values, bytes.copy(field.position(), values.length * width), width);
    return new NumberTable(field, bytes.order(), values);
  }

  private static void fill(long[] values, ByteBuffer bytes, int width) {
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (width) {
            case 2 -> bytes.getShort() & 0xFFFF;
            case 4 -> bytes.getInt() & 0xFFFF_FFFFL;
            default -> bytes.getLong();
          };
    }
  }

  /** Bytes of memory that it takes. */
  long weight() {
    return held == null ? 0 : (long) Long.BYTES * held.length;
  }

  long size() {
    return field.count();
  }

  /** Copies the values from an index on to {@code target}, filling it; negative ones are damage. */
  void get(Content content, long from, long[] target) throws IOException {
    if (held != null) {
      System.arraycopy(held, (int) from, target, 0, target.length);
    } else {
      int width = Field.width(field.type());
      long at = field.position() + from * width;
      fill(target, TiffBytes.copy(content, at, target.length * width).order(order), width);
    }
    for (long value : target) {
      if (value < 0) {
        throw new DamagedImageException("The TIFF file's table of tiles or strips is damaged");
      }
    }
  }
}
