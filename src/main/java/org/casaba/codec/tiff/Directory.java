package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;

/**
 * An image file directory while its file is being indexed: known fields by tag, values still in the
 * file. Of fields that occur twice the first counts.
 */
final class Directory {
  /** libtiff's bound too; real directories have a few dozen entries. */
  private static final int MOST_ENTRIES = 4096;

  private final TiffBytes bytes;
  private final Map<Tag, Field> fields = new EnumMap<>(Tag.class);
  private final long next;

  private Directory(TiffBytes bytes, long position, boolean big) throws IOException {
    this.bytes = bytes;
    long entries = big ? bytes.u64(position) : bytes.u16(position);
    if (entries == 0 || entries > MOST_ENTRIES) {
      throw new DamagedImageException("A TIFF directory has " + entries + " entries");
    }
    long at = position + (big ? 8 : 2);
    for (int i = 0; i < entries; i++, at += big ? 20 : 12) {
      readEntry(at, big);
    }
    next = big ? bytes.u64(at) : bytes.u32(at);
  }

  static Directory read(TiffBytes bytes, long position, boolean big) throws IOException {
    return new Directory(bytes, position, big);
  }

  private void readEntry(long at, boolean big) throws IOException {
    Tag tag = Tag.of(bytes.u16(at));
    int type = bytes.u16(at + 2);
    int width = Field.width(type);
    if (tag == null || width == 0) {
      return;
    }
    long count = big ? bytes.u64(at + 4) : bytes.u32(at + 4);
    long value = at + (big ? 12 : 8);
    if (count > (big ? 8 : 4) / width) {
      value = big ? bytes.u64(value) : bytes.u32(value);
    }
    fields.putIfAbsent(tag, new Field(type, count, value));
  }

  TiffBytes bytes() {
    return bytes;
  }

  /** Position of the next directory in the chain, 0 for none. */
  long next() {
    return next;
  }

  Optional<Field> find(Tag tag) {
    return Optional.ofNullable(fields.get(tag));
  }

  boolean has(Tag tag) {
    return fields.containsKey(tag);
  }

  /** The first value of a field. */
  long number(Tag tag, long otherwise) throws IOException {
    Field field = fields.get(tag);
    return field == null || field.count() == 0 ? otherwise : field.number(bytes, 0);
  }

  /**
   * All values of a field; none if it is absent.
   *
   * @param most values to take; the rest is ignored
   */
  int[] numbers(Tag tag, int most) throws IOException {
    Field field = fields.get(tag);
    if (field == null) {
      return new int[0];
    }
    int[] values = new int[(int) Math.min(most, field.count())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) Math.min(Integer.MAX_VALUE, field.number(bytes, i));
    }
    return values;
  }

  /** The values of a field of ratios; others if it is absent or has too few. */
  double[] ratios(Tag tag, double[] otherwise) throws IOException {
    Field field = fields.get(tag);
    if (field == null || field.count() < otherwise.length) {
      return otherwise.clone();
    }
    double[] values = new double[otherwise.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = field.ratio(bytes, i);
    }
    return values;
  }

  /** Whether another directory's picture is made of this one's: reduced or a mask. */
  Kind kind() throws IOException {
    long flags = number(Tag.NEW_SUBFILE_TYPE, 0);
    if ((flags & 4) != 0) {
      return Kind.MASK;
    }
    boolean reduced = (flags & 1) != 0 || number(Tag.SUBFILE_TYPE, 0) == 2;
    return reduced ? Kind.REDUCED : Kind.PICTURE;
  }

  /** What NewSubfileType, or the older SubfileType, says. */
  enum Kind {
    PICTURE,
    REDUCED,
    MASK
  }
}
