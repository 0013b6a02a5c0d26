package org.casaba.codec.webp.lossless;

import java.io.IOException;
import java.util.Arrays;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of pixels as they are coded (section 3.6): literally, as copies of what was decoded before,
 * or as entries of the color cache. What copies may refer to is kept in a ring, at most a million
 * pixels.
 */
final class EntropyCodedRows {
  /** No copy goes further back than 2^20 - 120 pixels, or 7 rows and 8 pixels of at most 2^14. */
  private static final int MAX_RING = 1 << 20;

  /** A subresolution image has a pixel for each block, 4 x 4 pixels or more. */
  private static final int MAX_SUBRESOLUTION_AREA = 1 << 22;

  /** Entries of the tables of all prefix codes together. */
  private static final int MAX_TABLES = 1 << 23;

  /** Where near pixels lie: rows up in the higher four bits, 8 less columns left in the lower. */
  private static final int[] NEAR = {
    0x18, 0x07, 0x17, 0x19, 0x28, 0x06, 0x27, 0x29, 0x16, 0x1a, 0x26, 0x2a, 0x38, 0x05, 0x37, 0x39,
    0x15, 0x1b, 0x36, 0x3a, 0x25, 0x2b, 0x48, 0x04, 0x47, 0x49, 0x14, 0x1c, 0x35, 0x3b, 0x46, 0x4a,
    0x24, 0x2c, 0x58, 0x45, 0x4b, 0x34, 0x3c, 0x03, 0x57, 0x59, 0x13, 0x1d, 0x56, 0x5a, 0x23, 0x2d,
    0x44, 0x4c, 0x55, 0x5b, 0x33, 0x3d, 0x68, 0x02, 0x67, 0x69, 0x12, 0x1e, 0x66, 0x6a, 0x22, 0x2e,
    0x54, 0x5c, 0x43, 0x4d, 0x65, 0x6b, 0x32, 0x3e, 0x78, 0x01, 0x77, 0x79, 0x53, 0x5d, 0x11, 0x1f,
    0x64, 0x6c, 0x42, 0x4e, 0x76, 0x7a, 0x21, 0x2f, 0x75, 0x7b, 0x31, 0x3f, 0x63, 0x6d, 0x52, 0x5e,
    0x00, 0x74, 0x7c, 0x41, 0x4f, 0x10, 0x20, 0x62, 0x6e, 0x30, 0x73, 0x7d, 0x51, 0x5f, 0x40, 0x72,
    0x7e, 0x61, 0x6f, 0x50, 0x71, 0x7f, 0x60, 0x70
  };

  private final BitReader bits;
  private final int width;
  private final int pixels;
  private final @Nullable ColorCache cache;

  /** Which codes hold for which block; null if there is but one group of codes. */
  private final int @Nullable [] blocks;

  private final int blockBits;
  private final int blocksAcross;
  private final @Nullable PrefixCodes[] groups;

  private final int[] ring;
  private final int ringMask;
  private int y;
  private int position;
  private int copyLeft;
  private int copyDistance;

  /**
   * Reads what stands before the pixels.
   *
   * @param main whether this is the picture itself, not a subresolution image
   */
  EntropyCodedRows(BitReader bits, int width, int height, boolean main) throws IOException {
    this.bits = bits;
    this.width = width;
    this.pixels = Math.multiplyExact(width, height);
    this.cache = bits.flag() ? cache(bits.read(4)) : null;
    if (main && bits.flag()) {
      this.blockBits = 2 + bits.read(3);
      this.blocksAcross = Math.ceilDiv(width, 1 << blockBits);
      int[] image = subresolution(bits, blocksAcross, Math.ceilDiv(height, 1 << blockBits));
      this.blocks = Arrays.stream(image).map(argb -> argb >> 8 & 0xFFFF).toArray();
    } else {
      this.blockBits = 0;
      this.blocksAcross = 0;
      this.blocks = null;
    }
    this.groups = readGroups();
    int ringSize = Math.min(MAX_RING, Integer.highestOneBit(Math.max(1, pixels - 1)) << 1);
    this.ring = new int[ringSize];
    this.ringMask = ringSize - 1;
  }

  private static ColorCache cache(int bits) throws DamagedImageException {
    if (bits < 1 || bits > 11) {
      throw new DamagedImageException("The WebP file has a color cache of impossible size");
    }
    return new ColorCache(bits);
  }

  /** Reads all of an image that tells something of each block of another. */
  static int[] subresolution(BitReader bits, int width, int height) throws IOException {
    if ((long) width * height > MAX_SUBRESOLUTION_AREA) {
      throw new UnsupportedImageException("The WebP file needs too much memory");
    }
    EntropyCodedRows rows = new EntropyCodedRows(bits, width, height, false);
    int[] image = new int[width * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      rows.next(row);
      System.arraycopy(row, 0, image, y * width, width);
    }
    return image;
  }

  /** Reads all groups of codes, but keeps only those that a block refers to. */
  private @Nullable PrefixCodes[] readGroups() throws IOException {
    int count = blocks == null ? 1 : 1 + Arrays.stream(blocks).max().orElse(0);
    boolean[] referredTo = new boolean[count];
    if (blocks == null) {
      referredTo[0] = true;
    } else {
      for (int block : blocks) {
        referredTo[block] = true;
      }
    }
    @Nullable PrefixCodes[] read = new PrefixCodes[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      PrefixCodes codes = PrefixCodes.read(bits, cache == null ? 0 : cache.size());
      if (referredTo[i]) {
        read[i] = codes;
        size += codes.size();
      }
      if (size > MAX_TABLES) {
        throw new UnsupportedImageException("The WebP file needs too much memory");
      }
    }
    return read;
  }

  /** Writes the next row's pixels to the beginning of {@code row}. */
  void next(int[] row) throws IOException {
    int start = position;
    decode(start, start + width);
    y++;
    bits.check();
    for (int x = 0; x < width; x++) {
      row[x] = ring[(start + x) & ringMask];
    }
  }

  /** Decodes a row. */
  private void decode(int start, int end) throws IOException {
    while (true) {
      for (; copyLeft > 0 && position < end; copyLeft--) {
        put(ring[(position - copyDistance) & ringMask]);
      }
      if (position == end) {
        return;
      }
      PrefixCodes codes = codesAt(position - start);
      int symbol = codes.green().next(bits);
      if (symbol < PrefixCodes.LITERALS) {
        int red = codes.red().next(bits);
        int blue = codes.blue().next(bits);
        put(codes.alpha().next(bits) << 24 | red << 16 | symbol << 8 | blue);
      } else if (symbol < PrefixCodes.LITERALS + PrefixCodes.LENGTHS) {
        startCopy(codes, symbol - PrefixCodes.LITERALS);
      } else if (cache != null) {
        put(cache.get(symbol - PrefixCodes.LITERALS - PrefixCodes.LENGTHS));
      }
    }
  }

  private PrefixCodes codesAt(int x) {
    int group = blocks == null ? 0 : blocks[(y >> blockBits) * blocksAcross + (x >> blockBits)];
    PrefixCodes codes = groups[group];
    if (codes == null) {
      throw new AssertionError(group);
    }
    return codes;
  }

  private void startCopy(PrefixCodes codes, int lengthSymbol) throws IOException {
    copyLeft = number(lengthSymbol);
    int distance = number(codes.distance().next(bits));
    if (distance > NEAR.length) {
      copyDistance = distance - NEAR.length;
    } else {
      int near = NEAR[distance - 1];
      copyDistance = Math.max(1, (near >> 4) * width + 8 - (near & 0xF));
    }
    if (copyDistance > position || copyLeft > pixels - position) {
      throw new DamagedImageException("The WebP file's picture is damaged");
    }
  }

  /** A length or distance, 1 or more: the symbol gives its magnitude, further bits the rest. */
  private int number(int symbol) throws IOException {
    if (symbol < 4) {
      return symbol + 1;
    }
    int extra = (symbol - 2) >> 1;
    return ((2 + (symbol & 1)) << extra) + bits.read(extra) + 1;
  }

  private void put(int argb) {
    ring[position++ & ringMask] = argb;
    if (cache != null) {
      cache.add(argb);
    }
  }
}
