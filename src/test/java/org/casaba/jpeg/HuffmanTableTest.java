package org.casaba.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HuffmanTableTest {

  /** What is written with a code is read with its table, codes and numbers of all lengths. */
  @Test
  void readsWhatIsWritten() throws IOException {
    HuffmanCode code = StandardTables.LUMA_AC;
    byte[] listing = code.listing();
    byte[] counts = Arrays.copyOf(listing, 16);
    byte[] symbols = Arrays.copyOfRange(listing, 16, listing.length);
    HuffmanTable table = new HuffmanTable(counts, symbols);
    int[] numbers = new int[5000];
    int[] written = new int[numbers.length];
    Random random = new Random(11);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BitWriter out = new BitWriter(bytes);
    for (int i = 0; i < numbers.length; i++) {
      written[i] = symbols[random.nextInt(symbols.length)] & 0xFF;
      int size = written[i] & 0xF;
      int bits = random.nextInt(1 << size);
      numbers[i] = size == 0 ? 0 : HuffmanTable.extend(bits, size);
      int symbolCode = code.code(written[i]);
      out.bits(symbolCode & 0xFFFF, symbolCode >> 16);
      out.bits(bits, size);
    }
    out.align();
    out.flush();
    BitReader in = new BitReader(new JpegInput(bytes.toByteArray(), 0));
    for (int i = 0; i < numbers.length; i++) {
      int entry = in.entry(table);
      assertEquals(written[i], entry >> HuffmanTable.SYMBOL_SHIFT & 0xFF, "at " + i);
      int number = entry >> HuffmanTable.VALUE_SHIFT;
      int size = written[i] & 0xF;
      if (number == 0 && size > 0) {
        number = HuffmanTable.extend(in.take(size), size);
      }
      assertEquals(numbers[i], number, "at " + i);
      in.check();
    }
  }

  @Test
  void moreCodesThanFitAreDamage() {
    HexFormat hex = HexFormat.of();
    byte[] counts = hex.parseHex("03000000000000000000000000000000");
    assertThrows(DamagedJpegException.class, () -> new HuffmanTable(counts, new byte[3]));
    byte[] more = hex.parseHex("00040100000000000000000000000000");
    assertThrows(DamagedJpegException.class, () -> new HuffmanTable(more, new byte[5]));
  }

  @Test
  void aCodeThatNobodyHasIsDamage() throws IOException {
    byte[] counts = HexFormat.of().parseHex("01000000000000000000000000000000");
    HuffmanTable table = new HuffmanTable(counts, new byte[] {0});
    BitReader in = new BitReader(new JpegInput(new byte[] {0x7F, 0x7F}, 0));
    assertEquals(1, in.entry(table) & HuffmanTable.LENGTH_MASK);
    assertThrows(DamagedJpegException.class, () -> in.entry(table));
  }

  @Test
  void bitsBeyondTheEndAreNoticed() throws IOException {
    BitReader in = new BitReader(new JpegInput(new byte[] {1, -1, 0, 2, -1, (byte) 0xD9, 5}, 0));
    assertEquals(0x01FF, in.take(16));
    assertEquals(2, in.take(8));
    in.check();
    in.take(1);
    assertThrows(DamagedJpegException.class, in::check);
  }
}
