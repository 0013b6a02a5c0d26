package org.casaba.codec.png;

import java.nio.ByteBuffer;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;

/**
 * The chunk IHDR (section 11.2.1).
 *
 * @param width pixels, 1 or more
 * @param height pixels, 1 or more
 * @param depth bits of a sample or palette index: 1, 2, 4, 8 or 16
 * @param interlaced whether the rows come in Adam7's seven passes
 */
record PngHeader(int width, int height, int depth, ColorType color, boolean interlaced) {
  static final int LENGTH = 13;

  /** Two rows are held at a time; one of RGBA with 16 bits may have 4 million pixels. */
  private static final long MAX_ROW_LENGTH = 32 << 20;

  /** An interlaced picture is decoded whole before its first row is known. */
  private static final long MAX_INTERLACED_AREA = 400_000_000;

  /** What the samples of a pixel are. */
  enum ColorType {
    GRAY(0, 1, 1 | 2 | 4 | 8 | 16),
    RGB(2, 3, 8 | 16),
    PALETTE(3, 1, 1 | 2 | 4 | 8),
    GRAY_ALPHA(4, 2, 8 | 16),
    RGBA(6, 4, 8 | 16);

    private final int code;
    private final int samples;
    private final int depths;

    ColorType(int code, int samples, int depths) {
      this.code = code;
      this.samples = samples;
      this.depths = depths;
    }

    /** Samples of a pixel. */
    int samples() {
      return samples;
    }

    private boolean allows(int depth) {
      return Integer.bitCount(depth) == 1 && (depth & depths) != 0;
    }

    private static ColorType of(int code) throws DamagedImageException {
      for (ColorType type : values()) {
        if (type.code == code) {
          return type;
        }
      }
      throw new DamagedImageException("The PNG file has an unknown colour type");
    }
  }

  /**
   * @param chunk the data of IHDR, {@value #LENGTH} bytes
   */
  static PngHeader of(byte[] chunk) throws DamagedImageException, UnsupportedImageException {
    ByteBuffer data = ByteBuffer.wrap(chunk);
    int width = data.getInt(0);
    int height = data.getInt(4);
    int depth = chunk[8];
    ColorType color = ColorType.of(chunk[9]);
    int interlace = chunk[12];
    if (width < 1 || height < 1) {
      throw new DamagedImageException("The PNG file has an impossible size");
    }
    if (!color.allows(depth)) {
      throw new DamagedImageException("The PNG file has an impossible bit depth");
    }
    if (chunk[10] != 0 || chunk[11] != 0 || interlace < 0 || interlace > 1) {
      throw new UnsupportedImageException("The PNG file uses an unknown compression or order");
    }
    PngHeader header = new PngHeader(width, height, depth, color, interlace == 1);
    if (((long) width * header.pixelBits() + 7) / 8 > MAX_ROW_LENGTH) {
      throw new UnsupportedImageException("The PNG file is wider than can be read here");
    }
    if (header.interlaced && (long) width * height > MAX_INTERLACED_AREA) {
      throw new UnsupportedImageException(
          "The PNG file is interlaced and larger than " + MAX_INTERLACED_AREA + " pixels");
    }
    return header;
  }

  private int pixelBits() {
    return depth * color.samples();
  }

  /** Bytes of so many pixels of a row. */
  int rowLength(int pixels) {
    return (int) (((long) pixels * pixelBits() + 7) / 8);
  }

  /** How many bytes back a filter looks for the pixel to the left: 1 for less than a byte. */
  int filterDistance() {
    return Math.max(1, pixelBits() / 8);
  }
}
