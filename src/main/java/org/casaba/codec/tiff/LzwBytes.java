package org.casaba.codec.tiff;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.casaba.codec.DamagedImageException;

/** A segment compressed by LZW, TIFF 6.0 section 13, and the older variety of it. */
final class LzwBytes implements SegmentBytes {
  /*
   * Strings are kept as (prefix code, last byte), with their length and first byte, so that one is
   * written backwards straight into the target. A code becomes defined one step after the encoder
   * defined it; code == next is the one case that refers to a string not yet defined: the previous
   * string followed by its own first byte.
   *
   * Codes grow from 9 to 12 bits. TIFF's encoder does so one code early; streams from before TIFF 5
   * (and libtiff's "compat" mode) do not, and pack their bits from the low end. Those are known by
   * their beginning: the Clear code 256 gives the bytes 00 and x1 there, 80 here.
   */

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int MOST_CODES = 4096;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final SegmentInput input;
  private final boolean old;

  private final short[] prefix = new short[MOST_CODES];
  private final byte[] last = new byte[MOST_CODES];
  private final byte[] first = new byte[MOST_CODES];
  private final short[] length = new short[MOST_CODES];
  private int next = END + 1;
  private int previous = -1;
  private int width = 9;

  private long bits;
  private int bitCount;

  /** A string that did not fit into the last target: its end from {@code spillAt} on is due. */
  private final byte[] spill = new byte[MOST_CODES];

  private int spillAt;
  private int spillEnd;

  LzwBytes(SegmentInput input) throws IOException {
    this.input = input;
    this.old =
        input.fill()
            && input.available() > 1
            && input.buffer()[input.at()] == 0
            && (input.buffer()[input.at() + 1] & 1) == 1;
    for (int i = 0; i < CLEAR; i++) {
      last[i] = (byte) i;
      first[i] = (byte) i;
      length[i] = 1;
    }
  }

  @Override
  public void read(byte[] target, int offset, int count) throws IOException {
    int at = offset + drain(target, offset, count);
    int end = offset + count;
    while (at < end) {
      int code = string();
      int n = length[code];
      if (n <= end - at) {
        write(code, target, at + n);
        at += n;
      } else {
        write(code, spill, n);
        spillAt = 0;
        spillEnd = n;
        at += drain(target, at, end - at);
      }
    }
  }

  private int drain(byte[] target, int offset, int most) {
    int n = Math.min(most, spillEnd - spillAt);
    System.arraycopy(spill, spillAt, target, offset, n);
    spillAt += n;
    return n;
  }

  /** Writes the string of a code so that it ends before {@code end}. */
  private void write(int code, byte[] target, int end) {
    int c = code;
    for (int i = end - 1, n = length[code]; n > 0; n--, i--) {
      target[i] = last[c];
      c = prefix[c];
    }
  }

  /** The next code that stands for a string, once the table holds it. */
  private int string() throws IOException {
    int code = code();
    while (code == CLEAR) {
      next = END + 1;
      width = 9;
      previous = -1;
      code = code();
    }
    if (code == END) {
      throw SegmentBytes.tooShort();
    }
    if (previous < 0 ? code > 255 : code > next) {
      throw new DamagedImageException(
          "An LZW-compressed tile or strip of the TIFF file is damaged");
    }
    if (previous >= 0 && next < MOST_CODES) {
      define(code == next ? first[previous] : first[code]);
    }
    previous = code;
    return code;
  }

  private void define(byte end) {
    prefix[next] = (short) previous;
    last[next] = end;
    first[next] = first[previous];
    length[next] = (short) (length[previous] + 1);
    next++;
    if (next >= (1 << width) - (old ? 0 : 1) && width < 12) {
      width++;
    }
  }

  private int code() throws IOException {
    if (bitCount < width) {
      refill();
    }
    bitCount -= width;
    int mask = (1 << width) - 1;
    if (!old) {
      return (int) (bits >>> bitCount) & mask;
    }
    int code = (int) bits & mask;
    bits >>>= width;
    return code;
  }

  private void refill() throws IOException {
    if (!old && input.available() >= Integer.BYTES) {
      int four = (int) BIG_ENDIAN.get(input.buffer(), input.at());
      input.advance(Integer.BYTES);
      bits = (bits << 32) | (four & 0xFFFF_FFFFL);
      bitCount += 32;
      return;
    }
    while (bitCount < width) {
      int b = input.next();
      if (b < 0) {
        throw SegmentBytes.tooShort();
      }
      bits = old ? bits | ((long) b << bitCount) : (bits << 8) | b;
      bitCount += 8;
    }
  }
}
