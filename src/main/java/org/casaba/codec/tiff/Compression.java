package org.casaba.codec.tiff;

import org.casaba.codec.UnsupportedImageException;

/** The compression schemes that are decoded here. */
enum Compression {
  NONE,
  /** Modified Huffman, rows begin at bytes: scheme 2. */
  CCITT_RLE,
  /** ITU T.4, one- or two-dimensional: scheme 3, "Group 3". */
  CCITT_T4,
  /** ITU T.6: scheme 4, "Group 4". */
  CCITT_T6,
  LZW,
  /** JPEG of TIFF Technical Note 2: scheme 7. */
  JPEG,
  DEFLATE,
  PACKBITS;

  /**
   * The scheme of a value of the field Compression.
   *
   * @throws UnsupportedImageException naming a scheme that is not decoded here
   */
  static Compression of(long code) throws UnsupportedImageException {
    return switch ((int) code) {
      case 1 -> NONE;
      case 2 -> CCITT_RLE;
      case 3 -> CCITT_T4;
      case 4 -> CCITT_T6;
      case 5 -> LZW;
      case 7 -> JPEG;
      case 8, 32946 -> DEFLATE;
      case 32773 -> PACKBITS;
      default ->
          throw new UnsupportedImageException(
              "TIFF files with compression " + name((int) code) + " are not supported");
    };
  }

  private static String name(int code) {
    return switch (code) {
      case 6 -> "6 (old-style JPEG)";
      case 9, 10, 34661 -> code + " (JBIG)";
      case 32809 -> "32809 (ThunderScan)";
      case 33003, 33004, 33005, 34712 -> code + " (JPEG 2000)";
      case 34676, 34677 -> code + " (SGI LogLuv)";
      case 34887 -> "34887 (LERC)";
      case 34892 -> "34892 (lossy JPEG)";
      case 34925 -> "34925 (LZMA)";
      case 50000 -> "50000 (Zstandard)";
      case 50001 -> "50001 (WebP)";
      case 50002, 52546 -> code + " (JPEG XL)";
      default -> Integer.toString(code);
    };
  }

  /** Whether the field Predictor applies: to the schemes that look for repeated bytes. */
  boolean predicts() {
    return this == LZW || this == DEFLATE;
  }

  boolean isCcitt() {
    return this == CCITT_RLE || this == CCITT_T4 || this == CCITT_T6;
  }
}
