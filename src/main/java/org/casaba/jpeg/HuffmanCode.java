package org.casaba.jpeg;

import java.util.HexFormat;

/** A Huffman table made ready for encoding (ITU T.81 annex C). Immutable. */
final class HuffmanCode {
  private final byte[] counts;
  private final byte[] symbols;

  /** For each symbol its code, and above the lowest 16 bits the code's length. */
  private final int[] codes = new int[256];

  /**
   * A code as a DHT segment lists it, in hexadecimal digits.
   *
   * @param counts how many codes there are of 1, 2, … 16 bits
   * @param symbols in the order of their codes
   */
  HuffmanCode(String counts, String symbols) {
    HexFormat hex = HexFormat.ofDelimiter(" ");
    this.counts = hex.parseHex(counts);
    this.symbols = hex.parseHex(symbols);
    int code = 0;
    int index = 0;
    for (int length = 1; length <= this.counts.length; length++) {
      for (int i = 0; i < this.counts[length - 1]; i++) {
        codes[this.symbols[index++] & 0xFF] = length << 16 | code++;
      }
      code <<= 1;
    }
  }

  /** The code of a symbol in the lowest 16 bits, its length above them. */
  int code(int symbol) {
    return codes[symbol];
  }

  /** The table as a DHT segment has it. */
  byte[] listing() {
    byte[] listing = new byte[counts.length + symbols.length];
    System.arraycopy(counts, 0, listing, 0, counts.length);
    System.arraycopy(symbols, 0, listing, counts.length, symbols.length);
    return listing;
  }
}
