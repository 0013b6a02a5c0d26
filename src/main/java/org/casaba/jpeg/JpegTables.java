package org.casaba.jpeg;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quantization and Huffman tables that are in force at some place of a JPEG stream (ITU T.81
 * sections B.2.4.1 and B.2.4.2). Immutable.
 */
public final class JpegTables {
  /** No tables at all. */
  public static final JpegTables NONE =
      new JpegTables(new int[4][], new HuffmanTable[4], new HuffmanTable[4]);

  private static final int TABLES = 4;

  private final int[] @Nullable [] quantization;
  private final @Nullable HuffmanTable[] dc;
  private final @Nullable HuffmanTable[] ac;

  private JpegTables(
      int[] @Nullable [] quantization, @Nullable HuffmanTable[] dc, @Nullable HuffmanTable[] ac) {
    this.quantization = quantization;
    this.dc = dc;
    this.ac = ac;
  }

  /**
   * Reads a stream of tables only, as a TIFF's JPEGTables field holds it: SOI, tables, EOI.
   *
   * @throws DamagedJpegException if it is not one
   */
  public static JpegTables parse(byte[] stream) throws DamagedJpegException {
    JpegInput in = new JpegInput(stream, 0);
    try {
      if (!in.begins(0xFF, Marker.SOI)) {
        throw new DamagedJpegException("a stream of JPEG tables does not begin as one");
      }
      JpegTables tables = NONE;
      for (int marker = in.marker(); marker != Marker.NONE; marker = in.marker()) {
        switch (marker) {
          case Marker.DQT -> tables = tables.withQuantization(in.segment());
          case Marker.DHT -> tables = tables.withHuffman(in.segment());
          case Marker.EOI -> {
            return tables;
          }
          default -> {
            if (!Marker.standsAlone(marker)) {
              in.skipSegment();
            }
          }
        }
      }
      return tables;
    } catch (DamagedJpegException e) {
      throw e;
    } catch (IOException e) {
      throw new AssertionError("bytes in memory can be read", e);
    }
  }

  /** These tables with those of a DQT segment added or replaced. */
  JpegTables withQuantization(byte[] segment) throws IOException {
    JpegInput in = JpegInput.ofSegment(segment);
    int[] @Nullable [] all = quantization.clone();
    while (in.left() > 0) {
      int head = in.octet();
      int precision = head >> 4;
      int id = head & 0xF;
      if (precision > 1 || id >= TABLES) {
        throw new DamagedJpegException("a quantization table of the JPEG is wrong");
      }
      int[] table = new int[64];
      for (int k = 0; k < 64; k++) {
        table[k] = precision == 0 ? in.octet() : in.word();
      }
      all[id] = table;
    }
    return new JpegTables(all, dc, ac);
  }

  /** These tables with those of a DHT segment added or replaced. */
  JpegTables withHuffman(byte[] segment) throws IOException {
    JpegInput in = JpegInput.ofSegment(segment);
    @Nullable HuffmanTable[] newDc = dc.clone();
    @Nullable HuffmanTable[] newAc = ac.clone();
    while (in.left() > 0) {
      int head = in.octet();
      int id = head & 0xF;
      if (head >> 4 > 1 || id >= TABLES) {
        throw new DamagedJpegException("a Huffman table of the JPEG is wrong");
      }
      byte[] counts = new byte[16];
      int codes = 0;
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (byte) in.octet();
        codes += counts[i] & 0xFF;
      }
      if (codes > 256 || codes > in.left()) {
        throw new DamagedJpegException("a Huffman table of the JPEG is cut off");
      }
      byte[] symbols = Arrays.copyOfRange(in.buffer, in.next, in.next + codes);
      in.next += codes;
      (head >> 4 == 0 ? newDc : newAc)[id] = new HuffmanTable(counts, symbols);
    }
    return new JpegTables(quantization, newDc, newAc);
  }

  /** Whether this very table, and not only its like, is among them. */
  @SuppressWarnings("ReferenceEquality")
  boolean holds(Object table) {
    return Stream.of(quantization, dc, ac).flatMap(Arrays::stream).anyMatch(t -> t == table);
  }

  /**
   * The steps by which coefficients are multiplied, in zigzag order. The array is shared: it must
   * not be changed.
   */
  int[] quantization(int id) throws DamagedJpegException {
    int[] table = quantization[id];
    if (table == null) {
      throw new DamagedJpegException("a quantization table of the JPEG is missing");
    }
    return table;
  }

  HuffmanTable dc(int id) throws DamagedJpegException {
    HuffmanTable table = dc[id];
    if (table == null || !table.isForDc()) {
      throw new DamagedJpegException("a Huffman table of the JPEG is missing or wrong");
    }
    return table;
  }

  HuffmanTable ac(int id) throws DamagedJpegException {
    HuffmanTable table = ac[id];
    if (table == null) {
      throw new DamagedJpegException("a Huffman table of the JPEG is missing");
    }
    return table;
  }
}
