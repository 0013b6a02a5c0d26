package org.casaba.codec.gif;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Compresses palette indices (GIF89a appendix F) and writes them as data sub-blocks (section 15).
 *
 * <p>The strings seen so far are kept in a hash table with open addressing: the key is the code of
 * a string but its last index, and that index; the value is the code of the whole.
 */
final class LzwWriter {
  private static final int MAX_CODES = 4096;
  private static final int MAX_BITS = 12;
  private static final int SLOTS = 4 * MAX_CODES;
  private static final int NO_STRING = -1;

  private final OutputStream out;
  private final int indexBits;
  private final int clear;
  private final int[] keys = new int[SLOTS];
  private final short[] codes = new short[SLOTS];
  private int bits;
  private int nextCode;

  /** Code of the string that is being read. */
  private int string = NO_STRING;

  private int pending;
  private int pendingBits;
  private final byte[] block = new byte[256];
  private int blockLength;

  /**
   * @param indexBits bits that hold every index: 2 to 8
   */
  LzwWriter(OutputStream out, int indexBits) throws IOException {
    this.out = out;
    this.indexBits = indexBits;
    this.clear = 1 << indexBits;
    this.bits = indexBits + 1;
    out.write(indexBits);
    startTable();
  }

  void write(byte[] indices, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int index = indices[i] & 0xFF;
      if (string == NO_STRING) {
        string = index;
      } else {
        append(index);
      }
    }
  }

  /** Writes what is pending, the end of information and the block terminator. */
  void finish() throws IOException {
    if (string != NO_STRING) {
      put(string);
    }
    put(clear + 1);
    while (pendingBits > 0) {
      putByte();
    }
    flushBlock();
    out.write(0);
  }

  private void append(int index) throws IOException {
    int key = string << 8 | index;
    int slot = (key * 0x9E3779B1) >>> 18;
    while (keys[slot] != key) {
      if (keys[slot] == NO_STRING) {
        put(string);
        if (nextCode < MAX_CODES) {
          keys[slot] = key;
          codes[slot] = (short) nextCode++;
        } else {
          startTable();
        }
        string = index;
        return;
      }
      slot = (slot + 1) % SLOTS;
    }
    string = codes[slot];
  }

  private void startTable() throws IOException {
    putBits(clear);
    Arrays.fill(keys, NO_STRING);
    bits = indexBits + 1;
    nextCode = clear + 2;
  }

  private void put(int code) throws IOException {
    putBits(code);
    // The reader's table is one string behind: it grows in width one code later than ours would.
    if (nextCode == 1 << bits && bits < MAX_BITS) {
      bits++;
    }
  }

  private void putBits(int code) throws IOException {
    pending |= code << pendingBits;
    pendingBits += bits;
    while (pendingBits >= 8) {
      putByte();
    }
  }

  private void putByte() throws IOException {
    block[++blockLength] = (byte) pending;
    pending >>>= 8;
    pendingBits -= 8;
    if (blockLength == 255) {
      flushBlock();
    }
  }

  private void flushBlock() throws IOException {
    if (blockLength > 0) {
      block[0] = (byte) blockLength;
      out.write(block, 0, 1 + blockLength);
      blockLength = 0;
    }
  }
}
