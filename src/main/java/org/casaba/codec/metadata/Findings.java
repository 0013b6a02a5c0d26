package org.casaba.codec.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/** Gathers what is found in a file, up to a bound. Of what occurs twice the first counts. */
final class Findings {
  /** Bytes of one EXIF or IPTC block or XMP packet. */
  static final int LONGEST_BLOCK = 1 << 20;

  /** Bytes that are looked at in all; real files have a few thousand. */
  private static final long MOST = 4L << 20;

  /** Characters of one text; the rest is left out. */
  static final int LONGEST_TEXT = 1 << 16;

  private final Map<String, Object> exif = new LinkedHashMap<>();
  private Map<String, Object> iptc = Map.of();
  private @Nullable String xmp;
  private final Map<String, Object> own = new LinkedHashMap<>();
  private byte @Nullable [] exifBlock;
  private long taken;

  /**
   * Accounts for bytes that are about to be read or unpacked.
   *
   * @throws UnsupportedImageException if it is too much
   */
  void take(long bytes) throws UnsupportedImageException {
    taken += bytes;
    if (bytes > LONGEST_BLOCK || taken > MOST) {
      throw new UnsupportedImageException("its metadata are too long to be read");
    }
  }

  /** A part of the file, accounted for. */
  byte[] block(Content content, long start, long length) throws IOException {
    take(length);
    return content.read(start, (int) length);
  }

  /** An EXIF block, from its byte order mark on or with {@code Exif\0\0} before it. */
  void exif(byte[] block) throws IOException {
    if (exifBlock == null) {
      exifBlock = block;
    }
    if (exif.isEmpty()) {
      new TiffFields(new BlockContent(block), this).find();
    }
  }

  void directory(String name, Map<String, Object> fields) {
    if (!fields.isEmpty()) {
      exif.putIfAbsent(name, fields);
    }
  }

  void iptc(byte[] block) throws IOException {
    if (iptc.isEmpty()) {
      iptc = IptcFields.read(block);
    }
  }

  boolean hasIptc() {
    return !iptc.isEmpty();
  }

  void xmp(byte[] packet) throws IOException {
    if (xmp == null) {
      xmp = Texts.xmp(packet);
    }
  }

  /** Adds a text of the format's own; several of one name become a list. */
  void own(String name, String text) {
    add(own, name, text);
  }

  /** Adds a value to fields; several of one name become a list. */
  static void add(Map<String, Object> fields, String name, Object value) {
    Object bounded = value instanceof String text ? shortened(text) : value;
    Object before = fields.get(name);
    if (before == null) {
      fields.put(name, bounded);
    } else if (before instanceof List<?> list) {
      @SuppressWarnings("unchecked") // only those that are made below
      List<Object> values = (List<Object>) list;
      values.add(bounded);
    } else {
      fields.put(name, new ArrayList<>(List.of(before, bounded)));
    }
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  /** The EXIF block as it stands in the file. */
  Optional<byte[]> exifBlock() {
    return Optional.ofNullable(exifBlock);
  }

  Optional<String> xmp() {
    return Optional.ofNullable(xmp);
  }

  Metadata toMetadata() {
    return new Metadata(exif, iptc, xmp, own);
  }
}
