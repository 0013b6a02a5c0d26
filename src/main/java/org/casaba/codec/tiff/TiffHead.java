package org.casaba.codec.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casaba.codec.BitRow;
import org.casaba.codec.PixelLayout;
import org.jspecify.annotations.Nullable;

/**
 * All of an uncompressed TIFF file that stands before its pixels: header, directory and the values
 * to which that points (TIFF 6.0 sections 2 and 8; BigTIFF as libtiff has it).
 */
final class TiffHead {
  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;
  private static final int LONG8 = 16;

  /** Strips are to be about so long, but no more than {@link #MOST_STRIPS} of them. */
  private static final int STRIP_LENGTH = 64 << 10;

  private static final int MOST_STRIPS = 65_536;

  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int UNASSOCIATED_ALPHA = 2;

  /** An entry of the directory with its values, which may have to lie elsewhere. */
  private record Entry(int tag, int type, int count, ByteBuffer values) {}

  private final int width;
  private final int height;
  private final PixelLayout layout;
  private final int depth;
  private final byte @Nullable [] profile;
  private final byte @Nullable [] xmp;

  /**
   * @param depth bits of a sample, 1 or 8
   * @param profile ICC profile of the pixels, null for none
   * @param xmp metadata, null for none
   */
  TiffHead(
      int width,
      int height,
      PixelLayout layout,
      int depth,
      byte @Nullable [] profile,
      byte @Nullable [] xmp) {
    this.width = width;
    this.height = height;
    this.layout = layout;
    this.depth = depth;
    this.profile = profile;
    this.xmp = xmp;
  }

  /** Bits of a sample. */
  int depth() {
    return depth;
  }

  /** The file up to its first pixel. */
  byte[] bytes(long longestClassic) {
    byte[] classic = bytes(false);
    return classic.length + (long) height * rowLength() <= longestClassic ? classic : bytes(true);
  }

  private int rowLength() {
    return depth == 1 ? BitRow.length(width) : width * layout.bands();
  }

  private int rowsPerStrip() {
    int most = Math.max(STRIP_LENGTH / rowLength(), Math.ceilDiv(height, MOST_STRIPS));
    return Math.clamp(most, 1, height);
  }

  private byte[] bytes(boolean big) {
    int length = write(entries(big, 0), big).length;
    return write(entries(big, length), big);
  }

  private List<Entry> entries(boolean big, int pixelsStart) {
    int strips = Math.ceilDiv(height, rowsPerStrip());
    long stripLength = (long) rowsPerStrip() * rowLength();
    long[] offsets = new long[strips];
    long[] lengths = new long[strips];
    for (int i = 0; i < strips; i++) {
      offsets[i] = pixelsStart + i * stripLength;
      lengths[i] = Math.min(stripLength, (long) height * rowLength() - i * stripLength);
    }
    int bands = layout.bands();
    int offsetType = big ? LONG8 : LONG;
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(256, LONG, width)); // ImageWidth
    entries.add(entry(257, LONG, height)); // ImageLength
    long[] depths = new long[bands];
    Arrays.fill(depths, depth);
    entries.add(entry(258, SHORT, depths)); // BitsPerSample
    entries.add(entry(259, SHORT, 1)); // Compression: none
    entries.add(entry(262, SHORT, layout.color() ? RGB : BLACK_IS_ZERO)); // Photometric
    entries.add(entry(273, offsetType, offsets)); // StripOffsets
    entries.add(entry(277, SHORT, bands)); // SamplesPerPixel
    entries.add(entry(278, LONG, rowsPerStrip())); // RowsPerStrip
    entries.add(entry(279, offsetType, lengths)); // StripByteCounts
    entries.add(entry(282, RATIONAL, 1, 1)); // XResolution
    entries.add(entry(283, RATIONAL, 1, 1)); // YResolution
    entries.add(entry(296, SHORT, 1)); // ResolutionUnit: none
    if (layout.alpha()) {
      entries.add(entry(338, SHORT, UNASSOCIATED_ALPHA)); // ExtraSamples
    }
    if (xmp != null) {
      entries.add(new Entry(700, BYTE, xmp.length, ByteBuffer.wrap(xmp)));
    }
    if (profile != null) {
      entries.add(new Entry(34675, UNDEFINED, profile.length, ByteBuffer.wrap(profile)));
    }
    return entries;
  }

  private static Entry entry(int tag, int type, long... numbers) {
    int size = type == SHORT ? 2 : type == LONG8 ? 8 : 4;
    ByteBuffer values = ByteBuffer.allocate(numbers.length * size);
    values.order(ByteOrder.LITTLE_ENDIAN);
    for (long number : numbers) {
      switch (size) {
        case 2 -> values.putShort((short) number);
        case 4 -> values.putInt((int) number);
        default -> values.putLong(number);
      }
    }
    return new Entry(tag, type, type == RATIONAL ? 1 : numbers.length, values.flip());
  }

  private static byte[] write(List<Entry> entries, boolean big) {
    int inline = big ? 8 : 4;
    int start = big ? 16 : 8;
    int valuesStart = start + (big ? 16 + 20 * entries.size() : 6 + 12 * entries.size());
    int length = valuesStart;
    for (Entry e : entries) {
      length += e.values.limit() > inline ? even(e.values.limit()) : 0;
    }
    ByteBuffer head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0x4949);
    if (big) {
      head.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(start);
      head.putLong(entries.size());
    } else {
      head.putShort((short) 42).putInt(start);
      head.putShort((short) entries.size());
    }
    int elsewhere = valuesStart;
    for (Entry e : entries) {
      head.putShort((short) e.tag).putShort((short) e.type);
      put(head, e.count, big);
      if (e.values.limit() > inline) {
        put(head, elsewhere, big);
        head.put(elsewhere, e.values, 0, e.values.limit());
        elsewhere += even(e.values.limit());
      } else {
        head.put(head.position(), e.values, 0, e.values.limit());
        head.position(head.position() + inline);
      }
    }
    return head.array();
  }

  private static void put(ByteBuffer head, int number, boolean big) {
    if (big) {
      head.putLong(number);
    } else {
      head.putInt(number);
    }
  }

  private static int even(int length) {
    return length + (length & 1);
  }
}
