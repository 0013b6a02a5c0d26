package org.casaba.jpeg;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scans of a picture that comes in several: progressive, or sequential with the components one
 * after another. All of them are read into stored coefficients before any block is complete. Not
 * thread-safe.
 */
public final class StoredScans {
  /** Real files have up to a few dozen; more only make work. */
  private static final int MAX_SCANS = 200;

  /** Blocks of all scans together; a gigapixel picture in ten scans has half as many. */
  private static final long MAX_BLOCKS = 1L << 30;

  private static final int[] ONES = new int[64];

  static {
    Arrays.fill(ONES, 1);
  }

  private final JpegHeader header;
  private final JpegInput input;
  private final List<CoefficientPlane> planes;
  private final int[] @Nullable [] quantization;
  private final Completeness completeness;
  private long blocks;

  /**
   * Makes ready to read.
   *
   * @param planes one for each component; scans are read as far down as the planes reach
   */
  public StoredScans(JpegBytes bytes, JpegHeader header, List<CoefficientPlane> planes) {
    this.header = header;
    this.planes = List.copyOf(planes);
    input = bytes.from(header.firstScan().data());
    quantization = new int[planes.size()][];
    completeness = new Completeness(planes.size());
  }

  /**
   * Reads all scans.
   *
   * @throws UnsupportedJpegException if there are unreasonably many
   */
  public void readAll() throws IOException {
    SegmentReader segments = new SegmentReader(input, header.frame(), header.firstScan());
    int scans = 0;
    ScanStart scan = header.firstScan();
    while (scan != null) {
      if (++scans > MAX_SCANS) {
        throw new UnsupportedJpegException("a JPEG of more than " + MAX_SCANS + " scans");
      }
      read(scan);
      scan = segments.nextScan();
    }
    completeness.check(segments.ended());
  }

  /**
   * Dequantizes a block, once all scans have been read.
   *
   * @param component index into the frame's components
   * @param block receives the coefficients that are not 0, row by row; the others must be 0 before
   * @return the place in zigzag order behind which all are 0, or a later one
   */
  public int load(int component, int column, int row, int[] block) {
    int[] steps = quantization[component];
    if (steps == null) {
      throw new IllegalStateException("scans have not been read");
    }
    return planes.get(component).load(column, row, steps, block);
  }

  private void read(ScanStart start) throws IOException {
    Scan scan = start.scan();
    for (Scan.Part part : scan.parts()) {
      keepQuantization(part.component(), start.tables());
    }
    completeness.add(scan);
    CoefficientPlane first = planes.get(scan.parts().getFirst().component());
    if (scan.first() > 0 && first.dcOnly()) {
      return;
    }
    McuLayout layout = McuLayout.of(scan, header.frame());
    int rows = Math.min(layout.rows(), first.rows() / layout.blocks().getFirst().vertical());
    blocks += (long) rows * layout.columns() * layout.blocks().size();
    if (blocks > MAX_BLOCKS) {
      throw new UnsupportedJpegException("the JPEG has too many scans for its size");
    }
    BitReader in = new BitReader(input);
    StoredBlockDecoder[] decoders = new StoredBlockDecoder[scan.parts().size()];
    for (int i = 0; i < decoders.length; i++) {
      decoders[i] = decoder(in, start, scan.parts().get(i));
    }
    RestartCounter restarts = new RestartCounter(start.restartInterval());
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < layout.columns(); column++) {
        if (restarts.due()) {
          in.restart(restarts.next());
          for (StoredBlockDecoder decoder : decoders) {
            decoder.restart();
          }
        }
        mcu(layout, column, row, decoders);
      }
    }
  }

  private void mcu(McuLayout layout, int column, int row, StoredBlockDecoder[] decoders)
      throws IOException {
    for (McuLayout.Place place : layout.blocks()) {
      CoefficientPlane plane = planes.get(place.component());
      long offset =
          plane.offset(
              column * place.horizontal() + place.column(), row * place.vertical() + place.row());
      decoders[place.part()].decode(plane.memory(), offset);
    }
  }

  /** A component's quantization is that in force at its first scan (as in libjpeg). */
  private void keepQuantization(int component, JpegTables tables) throws DamagedJpegException {
    if (quantization[component] == null) {
      int[] zigzag = tables.quantization(header.frame().components().get(component).quantization());
      int[] natural = new int[64];
      for (int k = 0; k < 64; k++) {
        natural[ZigZag.NATURAL[k]] = zigzag[k];
      }
      quantization[component] = natural;
    }
  }

  private StoredBlockDecoder decoder(BitReader in, ScanStart start, Scan.Part part)
      throws DamagedJpegException {
    Scan scan = start.scan();
    JpegTables tables = start.tables();
    if (!header.frame().progressive()) {
      boolean dcOnly = planes.get(part.component()).dcOnly();
      return new WholeBlocks(
          new BlockDecoder(in, tables.dc(part.dc()), tables.ac(part.ac()), ONES), dcOnly);
    }
    if (scan.first() == 0) {
      return scan.high() == 0
          ? new DcFirst(in, tables.dc(part.dc()), scan.low())
          : new DcRefinement(in, scan.low());
    }
    return scan.high() == 0
        ? new AcFirst(in, tables.ac(part.ac()), scan)
        : new AcRefinement(in, tables.ac(part.ac()), scan);
  }
}
