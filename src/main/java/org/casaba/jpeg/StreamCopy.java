package org.casaba.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that is made of one stored stream as it is: only what stands before its frame is changed.
 * Immutable if the stream's bytes do not change.
 */
public final class StreamCopy {
  private final byte[] stream;
  private final JpegHeader header;
  private final JpegTables outside;
  private final List<Slice> slices;

  private StreamCopy(byte[] stream, JpegHeader header, JpegTables outside, List<Slice> slices) {
    this.stream = stream;
    this.header = header;
    this.outside = outside;
    this.slices = slices;
  }

  private record Slice(int from, int to) {}

  /**
   * Makes ready to copy.
   *
   * @param header of that stream
   * @param outside tables that were in force before the stream
   * @return empty if the stream is not one of a single scan that ends as it should, or needs tables
   *     that a baseline file does not have
   * @throws DamagedJpegException if tables are missing
   */
  public static Optional<StreamCopy> of(byte[] stream, JpegHeader header, JpegTables outside)
      throws IOException {
    int end = stream.length;
    boolean ended =
        end >= 2 && stream[end - 2] == (byte) 0xFF && stream[end - 1] == (byte) Marker.EOI;
    if (!ended || !McuSource.suits(header)) {
      return Optional.empty();
    }
    StreamCopy copy = new StreamCopy(stream, header, outside, slices(stream));
    return copy.isBaseline() ? Optional.of(copy) : Optional.empty();
  }

  /** The segments that describe the picture, without those of applications; and the data. */
  private static List<Slice> slices(byte[] stream) throws IOException {
    List<Slice> slices = new ArrayList<>();
    JpegInput in = new JpegInput(stream, 2);
    while (true) {
      int marker = in.marker();
      int start = in.next - 2;
      switch (marker) {
        case Marker.NONE, Marker.EOI -> throw new DamagedJpegException("the JPEG has no data");
        case Marker.SOS -> {
          slices.add(new Slice(start, stream.length));
          return slices;
        }
        case Marker.DQT, Marker.DHT, Marker.DRI, Marker.SOF0, Marker.SOF1 -> {
          in.skipSegment();
          slices.add(new Slice(start, in.next));
        }
        default -> {
          if (!Marker.standsAlone(marker)) {
            in.skipSegment();
          }
        }
      }
    }
  }

  private boolean isBaseline() throws DamagedJpegException {
    ScanStart start = header.firstScan();
    boolean baseline = true;
    for (Component component : header.frame().components()) {
      for (int step : start.tables().quantization(component.quantization())) {
        baseline &= step >= 1 && step <= 255;
      }
    }
    for (Scan.Part part : start.scan().parts()) {
      start.tables().dc(part.dc());
      start.tables().ac(part.ac());
      baseline &= part.dc() <= 1 && part.ac() <= 1;
    }
    return baseline;
  }

  /**
   * Writes the file.
   *
   * @param out not closed
   */
  public void write(FileHead head, OutputStream out) throws IOException {
    BitWriter bits = new BitWriter(out);
    head.writeTo(bits);
    writeTables(new TableSegments(bits));
    bits.flush();
    for (Slice slice : slices) {
      out.write(stream, slice.from, slice.to - slice.from);
    }
  }

  /** Writes those tables from outside that the stream needs and does not replace. */
  private void writeTables(TableSegments segments) throws IOException {
    JpegTables inside = header.firstScan().tables();
    boolean[] written = new boolean[12];
    for (Component component : header.frame().components()) {
      int id = component.quantization();
      int[] steps = inside.quantization(id);
      if (outside.holds(steps) && !written[id]) {
        written[id] = true;
        segments.quantization(id, steps);
      }
    }
    for (Scan.Part part : header.firstScan().scan().parts()) {
      HuffmanTable dc = inside.dc(part.dc());
      if (outside.holds(dc) && !written[4 + part.dc()]) {
        written[4 + part.dc()] = true;
        segments.dc(part.dc(), dc.code());
      }
      HuffmanTable ac = inside.ac(part.ac());
      if (outside.holds(ac) && !written[8 + part.ac()]) {
        written[8 + part.ac()] = true;
        segments.ac(part.ac(), ac.code());
      }
    }
  }
}
