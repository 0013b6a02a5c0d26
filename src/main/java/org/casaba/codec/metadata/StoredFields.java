package org.casaba.codec.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.XmpPacket;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of EXIF out of a TIFF or BigTIFF file, or out of an EXIF block, as they are:
 * values that lie elsewhere are fetched, and brought into little-endian order.
 */
final class StoredFields {
  private static final int MOST_ENTRIES = 4096;
  private static final int EXIF = 34665;
  private static final int GPS = 34853;
  private static final int INTEROPERABILITY = 40965;
  private static final int MAKER_NOTE = 37500;

  /** Names, texts, dates and resolution; IPTC and Photoshop's blocks; what Windows calls them. */
  private static final Set<Integer> DESCRIPTIVE =
      Set.of(
          269, 270, 271, 272, 282, 283, 285, 296, 305, 306, 315, 316, 18246, 18249, 33432, 33723,
          34377, 40091, 40092, 40093, 40094, 40095);

  private final Content content;
  private final Findings findings;
  private final ByteOrder order;
  private final boolean big;

  private StoredFields(Content content, Findings findings) throws IOException {
    this.content = content;
    this.findings = findings;
    ByteBuffer mark = ByteBuffer.wrap(findings.block(content, 0, 4));
    order = mark.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int version = mark.order(order).getShort(2);
    if (version != 42 && version != 43) {
      throw new DamagedImageException("Its EXIF block has no header");
    }
    big = version == 43;
  }

  /**
   * Reads a file or block.
   *
   * @param xmp null for none
   */
  static StoredMetadata read(Content content, Findings findings, @Nullable XmpPacket xmp)
      throws IOException {
    StoredFields fields = new StoredFields(content, findings);
    Map<Integer, StoredField> first =
        fields.directory(
            fields.offset(fields.buffer(fields.big ? 8 : 4, fields.big ? 8 : 4)), true);
    Map<Integer, StoredField> exif = fields.below(first.get(EXIF));
    Map<Integer, StoredField> gps = fields.below(first.get(GPS));
    Map<Integer, StoredField> interoperability = fields.below(exif.remove(INTEROPERABILITY));
    List<StoredField> picture = new ArrayList<>(first.values());
    picture.removeIf(field -> isPointer(field.tag()));
    return new StoredMetadata(
        picture,
        List.copyOf(exif.values()),
        List.copyOf(gps.values()),
        List.copyOf(interoperability.values()),
        xmp);
  }

  private Map<Integer, StoredField> below(@Nullable StoredField pointer) throws IOException {
    if (pointer == null) {
      return new TreeMap<>();
    }
    ByteBuffer value = ByteBuffer.wrap(pointer.values()).order(ByteOrder.LITTLE_ENDIAN);
    return switch (value.limit()) {
      case 4 -> directory(Integer.toUnsignedLong(value.getInt()), false);
      case 8 -> directory(value.getLong(), false);
      default -> throw new DamagedImageException("An EXIF directory is not pointed to");
    };
  }

  private Map<Integer, StoredField> directory(long position, boolean first) throws IOException {
    long count =
        big ? buffer(position, 8).getLong() : Short.toUnsignedInt(buffer(position, 2).getShort());
    if (count < 0 || count > MOST_ENTRIES) {
      throw new DamagedImageException("An EXIF directory has an impossible number of entries");
    }
    int length = big ? 20 : 12;
    ByteBuffer entries = buffer(position + (big ? 8 : 2), count * length);
    Map<Integer, StoredField> fields = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      StoredField field = field(entries.slice(i * length, length).order(order), first);
      if (field != null) {
        fields.putIfAbsent(field.tag(), field);
      }
    }
    return fields;
  }

  /** The field of an entry; null if it is none that is taken, such as tables of strips. */
  private @Nullable StoredField field(ByteBuffer entry, boolean first) throws IOException {
    int tag = Short.toUnsignedInt(entry.getShort());
    int type = Short.toUnsignedInt(entry.getShort());
    int width = FieldValues.width(type);
    long count = offset(entry);
    if (width == 0 || count <= 0 || !isTaken(tag, first)) {
      return null;
    }
    if (count > content.size()) {
      throw new DamagedImageException("An EXIF field has an impossible number of values");
    }
    int length = Math.toIntExact(count * width);
    ByteBuffer values =
        length > (big ? 8 : 4) ? buffer(offset(entry), length) : entry.slice().limit(length);
    // Types of BigTIFF are unknown to classic files.
    return type > 13 && !isPointer(tag)
        ? null
        : new StoredField(tag, type, count, littleEndian(values, numberWidth(type)));
  }

  /** Of the first directory what describes the picture; of the others all but makers' notes. */
  private static boolean isTaken(int tag, boolean first) {
    return isPointer(tag) || (first ? DESCRIPTIVE.contains(tag) : tag != MAKER_NOTE);
  }

  private static boolean isPointer(int tag) {
    return tag == EXIF || tag == GPS || tag == INTEROPERABILITY;
  }

  /** Bytes that are turned around together: a ratio is two numbers. */
  private static int numberWidth(int type) {
    return type == 5 || type == 10 ? 4 : FieldValues.width(type);
  }

  private byte[] littleEndian(ByteBuffer values, int width) {
    byte[] bytes = new byte[values.remaining()];
    values.get(values.position(), bytes);
    for (int i = 0; order == ByteOrder.BIG_ENDIAN && i + width <= bytes.length; i += width) {
      for (int k = 0; k < width / 2; k++) {
        byte swapped = bytes[i + k];
        bytes[i + k] = bytes[i + width - 1 - k];
        bytes[i + width - 1 - k] = swapped;
      }
    }
    return bytes;
  }

  private long offset(ByteBuffer bytes) {
    return big ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
  }

  private ByteBuffer buffer(long position, long length) throws IOException {
    return ByteBuffer.wrap(findings.block(content, position, length)).order(order);
  }
}
