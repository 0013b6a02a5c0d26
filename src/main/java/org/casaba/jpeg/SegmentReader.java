package org.casaba.jpeg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads marker segments from one scan to the next, and keeps what they bring into force. */
final class SegmentReader {
  private final JpegInput in;
  private final AppSegments appSegments = new AppSegments();
  private @Nullable Frame frame;
  private JpegTables tables;
  private int restartInterval;
  private boolean ended;

  /** Reads from behind SOI. */
  SegmentReader(JpegInput in, JpegTables tables) {
    this.in = in;
    this.tables = tables;
  }

  /** Reads on from behind the header of a scan. */
  SegmentReader(JpegInput in, Frame frame, ScanStart scan) {
    this(in, scan.tables());
    this.frame = frame;
    restartInterval = scan.restartInterval();
  }

  /**
   * Reads on to behind the next scan header, over the data of the scan before.
   *
   * @return null when the stream ends before, by EOI or without
   */
  @Nullable ScanStart nextScan() throws IOException {
    while (true) {
      int marker = in.markerBehindScan();
      if (marker == Marker.EOI || marker == Marker.NONE) {
        ended = marker == Marker.EOI;
        return null;
      } else if (marker == Marker.SOS) {
        Scan scan = Scan.parse(in.segment(), frame());
        return new ScanStart(scan, tables, restartInterval, in.position());
      } else if (Marker.isFrame(marker)) {
        if (frame != null) {
          throw new UnsupportedJpegException("JPEGs of several frames are not read");
        }
        frame = Frame.parse(marker, in.segment());
      } else {
        readSegment(marker);
      }
    }
  }

  private void readSegment(int marker) throws IOException {
    if (marker == Marker.DQT) {
      tables = tables.withQuantization(in.segment());
    } else if (marker == Marker.DHT) {
      tables = tables.withHuffman(in.segment());
    } else if (marker == Marker.DRI) {
      restartInterval = JpegInput.ofSegment(in.segment()).word();
    } else if (AppSegments.matter(marker)) {
      appSegments.add(marker, in.segment());
    } else if (!Marker.standsAlone(marker)) {
      in.skipSegment();
    }
  }

  /** Whether EOI has been read. */
  boolean ended() {
    return ended;
  }

  Frame frame() throws DamagedJpegException {
    if (frame == null) {
      throw new DamagedJpegException("the JPEG has no frame header");
    }
    return frame;
  }

  AppMarkers appMarkers() {
    return appSegments.markers();
  }
}
