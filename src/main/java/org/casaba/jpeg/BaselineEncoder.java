package org.casaba.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
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

  /** Writes everything that stands before the rows. */
  public void header(FileHead head) throws IOException {
    head.writeTo(out);
    TableSegments tables = new TableSegments(out);
    tables.quantization(0, zigzag(lumaSteps));
    if (components.length > 1) {
      tables.quantization(1, zigzag(chromaSteps));
    }
    List<Component> frame = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      int factor = sampling.factor(i);
      frame.add(new Component(i + 1, factor, factor, i == 0 ? 0 : 1));
    }
    tables.frame(size, frame);
    tables.dc(0, StandardTables.LUMA_DC);
    tables.ac(0, StandardTables.LUMA_AC);
    if (components.length > 1) {
      tables.dc(1, StandardTables.CHROMA_DC);
      tables.ac(1, StandardTables.CHROMA_AC);
    }
    if (mcuRowsBefore >= 0) {
      int interval = mcuRow.mcus();
      out.segment(Marker.DRI, new byte[] {(byte) (interval >> 8), (byte) interval});
    }
    tables.scan(frame);
  }

  private static int[] zigzag(int[] steps) {
    int[] zigzag = new int[64];
    for (int k = 0; k < 64; k++) {
      zigzag[k] = steps[ZigZag.NATURAL[k]];
    }
    return zigzag;
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
