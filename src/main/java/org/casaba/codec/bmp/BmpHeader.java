package org.casaba.codec.bmp;

import java.io.IOException;
import java.nio.ByteOrder;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;

/**
 * What a BMP file says of itself: BITMAPFILEHEADER and one of BITMAPCOREHEADER, BITMAPINFOHEADER
 * (40 bytes) or its longer successors, of which V5 has 124 bytes.
 *
 * @param width pixels, 1 or more
 * @param height pixels, 1 or more
 * @param topDown whether the first row stored is the top one
 * @param depth bits of a pixel or palette index: 1, 2, 4, 8, 16, 24 or 32
 * @param pixelStart where in the file the pixels begin
 * @param infoLength length in bytes of the header after the file header
 * @param colorsUsed entries of the palette; 0 for as many as the depth allows
 */
record BmpHeader(
    int width,
    int height,
    boolean topDown,
    int depth,
    Compression compression,
    long pixelStart,
    int infoLength,
    int colorsUsed) {
  static final int INFO_START = 14;
  static final int CORE_LENGTH = 12;
  static final int V1_LENGTH = 40;
  static final int V5_LENGTH = 124;

  private static final long MAX_ROW_LENGTH = 32 << 20;
  private static final long MAX_RUN_LENGTH_AREA = 400_000_000;

  /** How the pixels are stored. */
  enum Compression {
    NONE,
    RUN_LENGTH_8,
    RUN_LENGTH_4,
    /** Uncompressed, with masks that tell where the colours lie. */
    BIT_FIELDS;

    private static Compression of(int code, int depth) throws UnsupportedImageException {
      if (code == 0) {
        return NONE;
      }
      if (code == 1 && depth == 8) {
        return RUN_LENGTH_8;
      }
      if (code == 2 && depth == 4) {
        return RUN_LENGTH_4;
      }
      if ((code == 3 || code == 6) && (depth == 16 || depth == 32)) {
        return BIT_FIELDS;
      }
      throw new UnsupportedImageException("The BMP file's compression is not read here");
    }
  }

  static BmpHeader read(Content content) throws IOException {
    ContentReader reader = new ContentReader(content, 10, ByteOrder.LITTLE_ENDIAN);
    long pixelStart = Integer.toUnsignedLong(reader.i32());
    int infoLength = reader.i32();
    boolean core = infoLength == CORE_LENGTH;
    if (!core && (infoLength < V1_LENGTH || infoLength > V5_LENGTH)) {
      throw new UnsupportedImageException("The BMP file's header is of an unknown version");
    }
    int width = core ? reader.u16() : reader.i32();
    int height = core ? reader.u16() : reader.i32();
    reader.u16();
    int depth = reader.u16();
    int code = core ? 0 : reader.i32();
    int colorsUsed = 0;
    if (!core) {
      reader.seek(INFO_START + 32);
      colorsUsed = reader.i32();
    }
    if (width < 1 || height == 0 || height == Integer.MIN_VALUE || colorsUsed < 0) {
      throw new DamagedImageException("The BMP file has an impossible size");
    }
    if (!isDepth(depth)) {
      throw new UnsupportedImageException("The BMP file has pixels of " + depth + " bits");
    }
    return new BmpHeader(
            width,
            Math.abs(height),
            height < 0,
            depth,
            Compression.of(code, depth),
            pixelStart,
            infoLength,
            colorsUsed)
        .checked(content);
  }

  private static boolean isDepth(int depth) {
    return depth == 24 || (Integer.bitCount(depth) == 1 && depth <= 32);
  }

  private BmpHeader checked(Content content) throws IOException {
    if (bytes(width) > MAX_ROW_LENGTH) {
      throw new UnsupportedImageException("The BMP file is wider than can be read here");
    }
    if (isRunLength()) {
      if ((long) width * height > MAX_RUN_LENGTH_AREA) {
        throw new UnsupportedImageException(
            "The BMP file is run-length coded and larger than " + MAX_RUN_LENGTH_AREA + " pixels");
      }
    } else if (pixelStart + (height - 1) * stride() + bytes(width) > content.size()) {
      throw new DamagedImageException("The BMP file ends early");
    }
    return this;
  }

  /** Whether rows have no fixed place, but follow from those stored before. */
  boolean isRunLength() {
    return compression == Compression.RUN_LENGTH_4 || compression == Compression.RUN_LENGTH_8;
  }

  /** Whether the pixels are indices into a palette. */
  boolean isIndexed() {
    return depth <= 8;
  }

  /** Bytes from one row to the next. */
  long stride() {
    return ((long) width * depth + 31) / 32 * 4;
  }

  /** Bytes that so many pixels take, counted from a row's beginning. */
  long bytes(int pixels) {
    return ((long) pixels * depth + 7) / 8;
  }

  /** Where in the file a row of the picture, counted from the top, is stored. */
  long rowStart(int y) {
    return pixelStart + (topDown ? y : height - 1 - y) * stride();
  }
}
