package org.casaba.codec.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * The first directory of a TIFF or BigTIFF file, which an EXIF block is too, and the directories of
 * EXIF below it. Thumbnails and the notes of makers are not looked at.
 */
final class TiffFields {
  private static final int MOST_ENTRIES = 4096;

  /** Values of a field; tables, of strips for one, are longer and of no interest here. */
  private static final int MOST_VALUES = 256;

  private static final int XMP = 700;
  private static final int IPTC = 33723;
  private static final int PHOTOSHOP = 34377;
  private static final int EXIF = 34665;
  private static final int GPS = 34853;
  private static final int INTEROPERABILITY = 40965;
  private static final int MAKER_NOTE = 37500;

  private final Content content;
  private final Findings findings;
  private final Set<Long> seen = new HashSet<>();
  private ByteOrder order = ByteOrder.BIG_ENDIAN;
  private boolean big;

  /**
   * Comes after the same in a Photoshop block: ImageMagick writes both, and here a quarter of the
   * length.
   */
  private @Nullable Values iptc;

  TiffFields(Content content, Findings findings) {
    this.content = content;
    this.findings = findings;
  }

  void find() throws IOException {
    int mark = number(0, 2);
    if (mark == 0x4949) {
      order = ByteOrder.LITTLE_ENDIAN;
    }
    int version = number(2, 2);
    if ((mark != 0x4949 && mark != 0x4D4D) || version < 42 || version > 43) {
      throw new DamagedImageException("Its EXIF block has no header");
    }
    big = version == 43;
    directory(FieldNames.IFD0, big ? buffer(8, 8).getLong() : offset(buffer(4, 4)));
  }

  private void directory(FieldNames names, long position) throws IOException {
    if (!seen.add(position)) {
      throw new DamagedImageException("Its EXIF directories run in circles");
    }
    long count = big ? buffer(position, 8).getLong() : number(position, 2);
    if (count < 0 || count > MOST_ENTRIES) {
      throw new DamagedImageException("An EXIF directory has an impossible number of entries");
    }
    int length = big ? 20 : 12;
    ByteBuffer entries = buffer(position + (big ? 8 : 2), count * length);
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      long at = position + (big ? 8 : 2) + (long) i * length;
      entry(names, entries.slice(i * length, length).order(order), at, fields);
    }
    findings.directory(names.directory(), fields);
    if (names == FieldNames.IFD0 && iptc != null && !findings.hasIptc()) {
      findings.iptc(findings.block(content, iptc.place, iptc.length));
    }
  }

  /**
   * Reads one entry.
   *
   * @param at where in the file it stands
   */
  private void entry(FieldNames names, ByteBuffer entry, long at, Map<String, Object> fields)
      throws IOException {
    int tag = Short.toUnsignedInt(entry.getShort());
    int type = Short.toUnsignedInt(entry.getShort());
    int width = FieldValues.width(type);
    long count = big ? entry.getLong() : offset(entry);
    if (width == 0 || count == 0) {
      return;
    }
    if (count < 0 || count > content.size()) {
      throw new DamagedImageException("An EXIF field has an impossible number of values");
    }
    int inline = big ? 8 : 4;
    long place = at + (big ? 12 : 8);
    if (count * width > inline) {
      place = big ? entry.getLong() : offset(entry);
    }
    Values values = new Values(type, count * width, place);
    if (names != FieldNames.IFD0 || !apart(tag, values)) {
      field(names, tag, values, fields);
    }
  }

  /** Where a field's values lie, and how many bytes they take. */
  private record Values(int type, long length, long place) {}

  /** Takes what is no field of its own; tells whether it was such a thing. */
  private boolean apart(int tag, Values values) throws IOException {
    switch (tag) {
      case XMP -> findings.xmp(findings.block(content, values.place, values.length));
      case IPTC -> iptc = values;
      case PHOTOSHOP ->
          PhotoshopBlocks.find(content, values.place, values.place + values.length, findings);
      case EXIF -> directory(FieldNames.EXIF, pointer(values));
      case GPS -> directory(FieldNames.GPS, pointer(values));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void field(FieldNames names, int tag, Values values, Map<String, Object> fields)
      throws IOException {
    if (names == FieldNames.EXIF && tag == INTEROPERABILITY) {
      directory(FieldNames.INTEROPERABILITY, pointer(values));
      return;
    }
    boolean text = FieldValues.isText(tag, values.type);
    long count = values.length / FieldValues.width(values.type);
    if (tag == MAKER_NOTE || (!text && count > MOST_VALUES)) {
      return;
    }
    long length = text ? Math.min(values.length, Findings.LONGEST_TEXT) : values.length;
    ByteBuffer bytes = buffer(values.place, length);
    FieldValues.read(tag, values.type, bytes)
        .ifPresent(v -> fields.putIfAbsent(names.name(tag), v));
  }

  private long pointer(Values values) throws IOException {
    return switch (values.type) {
      case 4, 13 -> offset(buffer(values.place, 4));
      case 16, 18 -> buffer(values.place, 8).getLong();
      default -> throw new DamagedImageException("An EXIF directory is not pointed to");
    };
  }

  private static long offset(ByteBuffer bytes) {
    return Integer.toUnsignedLong(bytes.getInt());
  }

  private int number(long position, int length) throws IOException {
    return Short.toUnsignedInt(buffer(position, length).getShort());
  }

  private ByteBuffer buffer(long position, long length) throws IOException {
    return ByteBuffer.wrap(findings.block(content, position, length)).order(order);
  }
}
