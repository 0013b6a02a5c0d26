package org.casaba.jpeg;

import java.util.HexFormat;

/** A Huffman table made ready for encoding (ITU T.81 annex C). Immutable. */
final class HuffmanCode {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final byte[] counts;
  private final byte[] symbols;

  /** For each symbol its code, and above the lowest 16 bits the code's length; 0 for none. */
  final int[] codes = new int[256];

  /**
   * A code as a DHT segment lists it, in hexadecimal digits.
   *
   * @param counts how many codes there are of 1, 2, … 16 bits
   * @param symbols in the order of their codes
   */
  HuffmanCode(String counts, String symbols) {
    this(HEX.parseHex(counts), HEX.parseHex(symbols));
  }

  /**
   * A code as a DHT segment lists it.
   *
   * @param counts how many codes there are of 1, 2, … 16 bits; not copied
   * @param symbols in the order of their codes; not copied
   */
  HuffmanCode(byte[] counts, byte[] symbols) {
    this.counts = counts;
    this.symbols = symbols;
    int code = 0;
    int index = 0;
    for (int length = 1; length <= counts.length; length++) {
      for (int i = 0; i < (counts[length - 1] & 0xFF); i++) {
        codes[symbols[index++] & 0xFF] = length << 16 | code++;
      }
      code <<= 1;
    }
  }

  /** The code of a symbol in the lowest 16 bits, its length above them. */
  int code(int symbol) {
    return codes[symbol];
  }

  /** Whether the symbol can be written. */
  boolean has(int symbol) {
    return codes[symbol] != 0;
  }

  /** Whether all of those symbols can be written. */
  boolean hasAll(byte[] wanted) {
    for (byte symbol : wanted) {
      if (!has(symbol & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** The table as a DHT segment has it. */
  byte[] listing() {
    byte[] listing = new byte[counts.length + symbols.length];
    System.arraycopy(counts, 0, listing, 0, counts.length);
    System.arraycopy(symbols, 0, listing, counts.length, symbols.length);
    return listing;
  }
}
