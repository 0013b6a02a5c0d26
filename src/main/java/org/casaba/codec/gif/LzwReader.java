package org.casaba.codec.gif;

import java.io.IOException;
import java.nio.ByteOrder;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/** Decompresses palette indices (GIF89a appendix F) from data sub-blocks (section 15). */
final class LzwReader {
  private static final int MAX_CODES = 4096;
  private static final int MAX_BITS = 12;
  private static final int NONE = -1;

  private final ContentReader reader;
  private final int indexBits;
  private final int clear;

  /** For each code that of its string without the last index, and that last index. */
  private final short[] prefixes = new short[MAX_CODES];

  private final byte[] lasts = new byte[MAX_CODES];
  private int nextCode;
  private int bits;
  private int previous = NONE;

  /** The indices of the last code that have not been read, the next one at the end. */
  private final byte[] stack = new byte[MAX_CODES + 1];

  private int stacked;

  private int pending;
  private int pendingBits;

  /** The current sub-block's data. */
  private byte[] block = new byte[0];

  private int blockRead;

  /**
   * @param start where the byte LZW Minimum Code Size lies
   */
  LzwReader(Content content, long start) throws IOException {
    this.reader = new ContentReader(content, start, ByteOrder.LITTLE_ENDIAN);
    this.indexBits = reader.u8();
    if (indexBits < 1 || indexBits > 8) {
      throw damaged();
    }
    this.clear = 1 << indexBits;
    for (int i = 0; i < clear; i++) {
      lasts[i] = (byte) i;
    }
    clearTable();
  }

  /** Reads the next {@code count} indices. */
  void read(byte[] indices, int count) throws IOException {
    for (int filled = 0; filled < count; ) {
      if (stacked == 0) {
        decode();
      }
      int taken = Math.min(stacked, count - filled);
      for (int i = 0; i < taken; i++) {
        indices[filled++] = stack[--stacked];
      }
    }
  }

  private void clearTable() {
    bits = indexBits + 1;
    nextCode = clear + 2;
    previous = NONE;
  }

  /** Reads a code and puts its string on the stack. */
  private void decode() throws IOException {
    int code = code();
    while (code == clear) {
      clearTable();
      code = code();
    }
    boolean known = code < nextCode && code != clear + 1;
    if (previous == NONE ? code >= clear : !known && code != nextCode) {
      throw damaged();
    }
    if (!known) {
      stacked = 1; // the string before, and its first index once more, which is filled in below
      push(previous);
      stack[0] = stack[stacked - 1];
    } else {
      push(code);
    }
    if (previous != NONE && nextCode < MAX_CODES) {
      prefixes[nextCode] = (short) previous;
      lasts[nextCode] = stack[stacked - 1];
      nextCode++;
      if (nextCode == 1 << bits && bits < MAX_BITS) {
        bits++;
      }
    }
    previous = code;
  }

  private void push(int code) {
    int c = code;
    while (c >= clear) {
      stack[stacked++] = lasts[c];
      c = prefixes[c];
    }
    stack[stacked++] = lasts[c];
  }

  private int code() throws IOException {
    while (pendingBits < bits) {
      if (blockRead == block.length) {
        block = reader.bytes(reader.u8());
        blockRead = 0;
        if (block.length == 0) {
          throw damaged();
        }
      }
      pending |= (block[blockRead++] & 0xFF) << pendingBits;
      pendingBits += 8;
    }
    int code = pending & ((1 << bits) - 1);
    pending >>>= bits;
    pendingBits -= bits;
    return code;
  }

  private static DamagedImageException damaged() {
    return new DamagedImageException("The GIF file's picture is damaged or cut off");
  }
}
