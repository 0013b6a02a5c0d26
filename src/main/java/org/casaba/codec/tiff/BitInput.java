package org.casaba.codec.tiff;

import java.io.IOException;

/** Bits from the high end of each byte on. Zeros follow the last one, but may only be looked at. */
final class BitInput {
  private final SegmentInput input;
  private int bits;
  private int count;

  /** How many of {@code count} bits lie behind the end. */
  private int beyond;

  BitInput(SegmentInput input) {
    this.input = input;
  }

  /** The next bits, at most 24, without passing over them. */
  int peek(int width) throws IOException {
    while (count < width) {
      int b = input.next();
      bits = (bits << 8) | Math.max(b, 0);
      count += 8;
      beyond += b < 0 ? 8 : 0;
    }
    return (bits >>> (count - width)) & ((1 << width) - 1);
  }

  /** Passes over bits that have been looked at. */
  void skip(int width) throws IOException {
    count -= width;
    if (count < beyond) {
      throw SegmentBytes.tooShort();
    }
  }

  int take(int width) throws IOException {
    int value = peek(width);
    skip(width);
    return value;
  }

  /** Goes on to the beginning of a byte, if not there. */
  void align() {
    count -= count & 7;
  }
}
