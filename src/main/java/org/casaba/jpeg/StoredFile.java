package org.casaba.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The marker segments and the data of a JPEG file's picture, where they lie in the file; what
 * follows the picture's end, other pictures for instance, is no part of it. Immutable.
 */
public final class StoredFile {
  /** Real files have up to some hundreds, of a large profile or of many scans. */
  private static final int MAX_PIECES = 10_000;

  static final int MARKER_LENGTH = 2;

  /**
   * Most bytes between two segments: some writers fill up or leave a few stray ones. More are data
   * that some damage has cut off from their scan.
   */
  private static final int LARGEST_GAP = 64;

  private final List<Piece> pieces;
  private final long end;

  /** What a part of a file is there for. */
  public enum Kind {
    /** The picture itself: frame, tables, scans. */
    PICTURE,
    /** The JFIF segment. */
    JFIF,
    /** The Adobe segment, which tells what the components stand for. */
    ADOBE,
    EXIF,
    XMP,
    /** Other metadata: IPTC and whatever else is in APP1 and APP13, and comments. */
    METADATA,
    ICC,
    /** Thumbnails, directories of further pictures, and what is not known. */
    OTHER
  }

  /**
   * A part of the file.
   *
   * @param start position of its marker's first byte
   * @param end position behind it
   */
  record Piece(Kind kind, long start, long end) {
    long length() {
      return end - start;
    }
  }

  /**
   * Made of pieces.
   *
   * @param end position behind EOI; 0 if the file breaks off, or is not to be had whole
   */
  private StoredFile(List<Piece> pieces, long end) {
    this.pieces = pieces;
    this.end = end;
  }

  /** Goes through a file from marker to marker, without decoding what is between them. */
  public static StoredFile of(JpegBytes bytes) throws IOException {
    JpegInput in = bytes.from(0);
    List<Piece> pieces = new ArrayList<>();
    boolean ended = false;
    if (in.begins(0xFF, Marker.SOI)) {
      try {
        ended = collect(in, pieces);
      } catch (DamagedJpegException e) {
        // it ends within a segment
      }
    }
    boolean jfifFirst = pieces.stream().filter(p -> p.kind == Kind.JFIF).count() <= 1;
    boolean whole = ended && jfifFirst && largestGap(pieces, in.position()) <= LARGEST_GAP;
    return new StoredFile(List.copyOf(pieces), whole ? in.position() : 0);
  }

  /**
   * Most bytes between two pieces.
   *
   * @param end position behind EOI
   */
  private static long largestGap(List<Piece> pieces, long end) {
    long largest = 0;
    long at = MARKER_LENGTH;
    for (Piece piece : pieces) {
      largest = Math.max(largest, piece.start - at);
      at = piece.end;
    }
    return Math.max(largest, end - MARKER_LENGTH - at);
  }

  /** Whether EOI follows. */
  private static boolean collect(JpegInput in, List<Piece> pieces) throws IOException {
    int marker = in.marker();
    while (marker != Marker.EOI) {
      boolean alien = Marker.standsAlone(marker) && marker != Marker.TEM;
      if (alien || marker == Marker.NONE || pieces.size() == MAX_PIECES) {
        return false;
      }
      long start = in.position() - 2;
      if (marker == Marker.TEM) {
        marker = in.marker();
      } else if (marker == Marker.SOS) {
        in.skipSegment();
        marker = in.markerBehindScan();
        long end = marker == Marker.NONE ? in.position() : in.position() - 2;
        pieces.add(new Piece(Kind.PICTURE, start, end));
      } else {
        pieces.add(segment(marker, start, in));
        marker = in.marker();
      }
    }
    return true;
  }

  private static Piece segment(int marker, long start, JpegInput in) throws IOException {
    Kind kind = Kind.OTHER;
    switch (marker) {
      case Marker.APP0, Marker.APP1, Marker.APP2, Marker.APP14 -> kind = told(marker, in.segment());
      case Marker.APP13, Marker.COM -> {
        kind = Kind.METADATA;
        in.skipSegment();
      }
      default -> {
        kind = Marker.isPicture(marker) ? Kind.PICTURE : Kind.OTHER;
        in.skipSegment();
      }
    }
    return new Piece(kind, start, in.position());
  }

  private static Kind told(int marker, byte[] segment) {
    return switch (marker) {
      case Marker.APP0 -> AppSegments.isJfif(segment) ? Kind.JFIF : Kind.OTHER;
      case Marker.APP2 -> AppSegments.isIcc(segment) ? Kind.ICC : Kind.OTHER;
      case Marker.APP14 -> AppSegments.isAdobe(segment) ? Kind.ADOBE : Kind.OTHER;
      default ->
          AppSegments.isExif(segment)
              ? Kind.EXIF
              : AppSegments.isXmp(segment) ? Kind.XMP : Kind.METADATA;
    };
  }

  /** Whether the picture's end has been found, and nothing but the picture's parts before it. */
  public boolean complete() {
    return end > 0;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /**
   * Contents of the segments of those kinds, in their order: what stands between marker and length
   * and the next marker.
   */
  public List<byte[]> segments(JpegBytes bytes, Set<Kind> kinds) throws IOException {
    JpegInput in = bytes.from(0);
    List<byte[]> segments = new ArrayList<>();
    for (Piece piece : pieces) {
      if (kinds.contains(piece.kind)) {
        in.seek(piece.start + MARKER_LENGTH, piece.length());
        segments.add(in.segment());
      }
    }
    return segments;
  }

  /** Whether nothing stands between the pieces. */
  boolean gapless() {
    return largestGap(pieces, end) == 0;
  }

  /** Position behind the picture's end. */
  long end() {
    return end;
  }
}
