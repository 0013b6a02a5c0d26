package org.casaba.jpeg;

import java.io.IOException;

/** Everything that stands before the compressed data of a JPEG stream. Immutable. */
public final class JpegHeader {
  private final Frame frame;
  private final AppMarkers appMarkers;
  private final ScanStart firstScan;

  private JpegHeader(Frame frame, AppMarkers appMarkers, ScanStart firstScan) {
    this.frame = frame;
    this.appMarkers = appMarkers;
    this.firstScan = firstScan;
  }

  /**
   * Reads a stream up to the header of its first scan.
   *
   * @param tables in force before the stream: those of a TIFF, or {@link JpegTables#NONE}
   * @throws DamagedJpegException if it is no JPEG stream or a wrong one
   * @throws UnsupportedJpegException if its process is not read here
   */
  public static JpegHeader read(JpegBytes bytes, JpegTables tables) throws IOException {
    JpegInput in = bytes.from(0);
    if (!in.begins(0xFF, Marker.SOI)) {
      throw new DamagedJpegException("a JPEG stream does not begin as one");
    }
    SegmentReader segments = new SegmentReader(in, tables);
    ScanStart scan = segments.nextScan();
    if (scan == null) {
      throw new DamagedJpegException("the JPEG holds no picture");
    }
    return new JpegHeader(segments.frame(), segments.appMarkers(), scan);
  }

  public Frame frame() {
    return frame;
  }

  public AppMarkers appMarkers() {
    return appMarkers;
  }

  /** What the components stand for, by all that the stream tells. */
  public ColorModel colorModel() {
    return appMarkers.colorModel(frame);
  }

  /**
   * Whether the first scan holds the whole picture, so that {@link SequentialScan} can read it from
   * top to bottom; otherwise it takes {@link StoredScans}.
   */
  public boolean inOneScan() {
    return !frame.progressive() && firstScan.scan().parts().size() == frame.components().size();
  }

  ScanStart firstScan() {
    return firstScan;
  }
}
