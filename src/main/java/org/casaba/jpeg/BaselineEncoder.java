package org.casaba.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.casaba.geometry.Dimensions;

/**
 * Writes a JFIF file in the baseline process, from rows of pixels and with no more than a row of
 * MCUs in memory. It makes the files that libjpeg makes with its default tables and its accurate
 * integer transform. First {@link #header}, then every row, then {@link #end}. Not thread-safe.
 *
 * <p>A file may also be put together from strips, each by an encoder of its own: one of the size of
 * the whole picture writes the header, one for each strip writes its rows, and behind them stands
 * an EOI marker. All of these must be {@link #restarting}.
 */
public final class BaselineEncoder {
  private static final byte[] ICC_SIGNATURE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_ICC_PART = 65519;
  private static final int MAX_ICC_PARTS = 255;

  private final BitWriter out;
  private final Dimensions size;
  private final Sampling sampling;
  private final int[] lumaSteps;
  private final int[] chromaSteps;
  private final BlockEncoder[] components;
  private final McuRow mcuRow;
  private int rowsLeft;

  /** How many rows of MCUs of the file stand before the next; -1 without restart markers. */
  private int mcuRowsBefore = -1;

  /**
   * An encoder that has written nothing.
   *
   * @param out not closed by this; flushed at the end
   * @param size at most {@link Frame#MAX_DIMENSION} either way
   * @param quality 1 to 100
   */
  public BaselineEncoder(OutputStream out, Dimensions size, Sampling sampling, int quality) {
    if (size.width() > Frame.MAX_DIMENSION || size.height() > Frame.MAX_DIMENSION) {
      throw new IllegalArgumentException("a JPEG is at most " + Frame.MAX_DIMENSION + " pixels");
    }
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality " + quality + " is not 1 to 100");
    }
    this.out = new BitWriter(out);
    this.size = size;
    this.sampling = sampling;
    lumaSteps = StandardTables.luma(quality);
    chromaSteps = StandardTables.chroma(quality);
    components = new BlockEncoder[sampling.components()];
    for (int i = 0; i < components.length; i++) {
      components[i] =
          i == 0
              ? new BlockEncoder(
                  this.out, StandardTables.LUMA_DC, StandardTables.LUMA_AC, lumaSteps)
              : new BlockEncoder(
                  this.out, StandardTables.CHROMA_DC, StandardTables.CHROMA_AC, chromaSteps);
    }
    mcuRow = new McuRow(sampling, size.width());
    rowsLeft = size.height();
  }

  /**
   * Puts a restart marker between rows of MCUs (ITU T.81 section E.1.4), so that each can be
   * encoded without those before it. To be called first.
   *
   * @param rowsBefore rows of the picture above those that this writes: whole rows of MCUs
   */
  public void restarting(int rowsBefore) {
    if (rowsBefore % sampling.mcuSize() != 0) {
      throw new IllegalArgumentException(rowsBefore + " rows are no whole MCUs");
    }
    mcuRowsBefore = rowsBefore / sampling.mcuSize();
  }

  /**
   * Writes everything that stands before the rows.
   *
   * @param app1 contents of segments that hold metadata, each at most 65533 bytes
   * @param icc a profile to embed; one of more than 16 MB does not fit and is left out
   */
  public void header(List<byte[]> app1, Optional<byte[]> icc) throws IOException {
    out.marker(Marker.SOI);
    out.segment(Marker.APP0, new byte[] {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0});
    for (byte[] segment : app1) {
      out.segment(Marker.APP1, segment);
    }
    if (icc.isPresent()) {
      writeIcc(icc.get());
    }
    writeQuantization(0, lumaSteps);
    if (components.length > 1) {
      writeQuantization(1, chromaSteps);
    }
    writeFrame();
    writeHuffman(0x00, StandardTables.LUMA_DC);
    writeHuffman(0x10, StandardTables.LUMA_AC);
    if (components.length > 1) {
      writeHuffman(0x01, StandardTables.CHROMA_DC);
      writeHuffman(0x11, StandardTables.CHROMA_AC);
    }
    if (mcuRowsBefore >= 0) {
      int interval = mcuRow.mcus();
      out.segment(Marker.DRI, new byte[] {(byte) (interval >> 8), (byte) interval});
    }
    writeScanHeader();
  }

  private void writeIcc(byte[] icc) throws IOException {
    int parts = Math.ceilDiv(icc.length, MAX_ICC_PART);
    if (parts > MAX_ICC_PARTS) {
      return;
    }
    for (int i = 0; i < parts; i++) {
      int from = i * MAX_ICC_PART;
      int to = Math.min(from + MAX_ICC_PART, icc.length);
      ByteArrayOutputStream segment = new ByteArrayOutputStream();
      segment.writeBytes(ICC_SIGNATURE);
      segment.write(i + 1);
      segment.write(parts);
      segment.write(icc, from, to - from);
      out.segment(Marker.APP2, segment.toByteArray());
    }
  }

  private void writeQuantization(int id, int[] steps) throws IOException {
    byte[] segment = new byte[65];
    segment[0] = (byte) id;
    for (int k = 0; k < 64; k++) {
      segment[k + 1] = (byte) steps[ZigZag.NATURAL[k]];
    }
    out.segment(Marker.DQT, segment);
  }

  private void writeHuffman(int classAndId, HuffmanCode code) throws IOException {
    byte[] listing = code.listing();
    byte[] segment = new byte[1 + listing.length];
    segment[0] = (byte) classAndId;
    System.arraycopy(listing, 0, segment, 1, listing.length);
    out.segment(Marker.DHT, segment);
  }

  private void writeFrame() throws IOException {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.write(8);
    segment.write(size.height() >> 8);
    segment.write(size.height());
    segment.write(size.width() >> 8);
    segment.write(size.width());
    segment.write(components.length);
    for (int i = 0; i < components.length; i++) {
      segment.write(i + 1);
      segment.write(sampling.factor(i) * 0x11);
      segment.write(i == 0 ? 0 : 1);
    }
    out.segment(Marker.SOF0, segment.toByteArray());
  }

  private void writeScanHeader() throws IOException {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.write(components.length);
    for (int i = 0; i < components.length; i++) {
      segment.write(i + 1);
      segment.write(i == 0 ? 0x00 : 0x11);
    }
    segment.write(0);
    segment.write(63);
    segment.write(0);
    out.segment(Marker.SOS, segment.toByteArray());
  }

  /**
   * Writes the next row.
   *
   * @param pixels a byte each for gray, else three for red, green and blue; not kept
   * @throws IllegalStateException after the last row
   */
  public void row(byte[] pixels) throws IOException {
    if (rowsLeft == 0) {
      throw new IllegalStateException("all rows have been written");
    }
    mcuRow.add(pixels);
    rowsLeft--;
    if (rowsLeft == 0) {
      mcuRow.fillUp();
    }
    if (mcuRow.full()) {
      encodeMcuRow();
      mcuRow.clear();
    }
  }

  private void encodeMcuRow() throws IOException {
    if (mcuRowsBefore > 0) {
      restart();
    }
    if (mcuRowsBefore >= 0) {
      mcuRowsBefore++;
    }
    for (int mcu = 0; mcu < mcuRow.mcus(); mcu++) {
      for (int i = 0; i < components.length; i++) {
        int factor = sampling.factor(i);
        int stride = mcuRow.stride(i);
        for (int block = 0; block < factor * factor; block++) {
          int x = 8 * (mcu * factor + block % factor);
          int y = 8 * (block / factor);
          components[i].encode(mcuRow.plane(i), y * stride + x, stride);
        }
      }
    }
  }

  private void restart() throws IOException {
    out.align();
    out.marker(Marker.RST0 + (mcuRowsBefore - 1) % 8);
    for (BlockEncoder component : components) {
      component.restart();
    }
  }

  /** Hands on all that has been written, to the last bit: a header, or a strip of rows. */
  public void flush() throws IOException {
    out.align();
    out.flush();
  }

  /**
   * Writes what stands behind the rows.
   *
   * @throws IllegalStateException before the last row
   */
  public void end() throws IOException {
    if (rowsLeft > 0) {
      throw new IllegalStateException(rowsLeft + " rows are missing");
    }
    out.align();
    out.marker(Marker.EOI);
    out.flush();
  }
}
