package org.casaba.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The marker segments and the data of a JPEG file's picture, where they lie in the file; what
 * follows the picture's end, other pictures for instance, is no part of it. Immutable.
 */
public final class StoredFile {
  /** Real files have up to some hundreds, of a large profile or of many scans. */
  private static final int MAX_PIECES = 10_000;

  /** Of a JFIF segment without thumbnail, in bytes. */
  private static final int JFIF_LENGTH = 14;

  private final List<Piece> pieces;
  private final boolean complete;

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
    /** ICC profiles, thumbnails, directories of further pictures, and what is not known. */
    OTHER
  }

  /**
   * A part of the file.
   *
   * @param start position of its marker's first byte
   * @param end position behind it
   */
  private record Piece(Kind kind, long start, long end) {}

  private StoredFile(List<Piece> pieces, boolean complete) {
    this.pieces = pieces;
    this.complete = complete;
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
    return new StoredFile(List.copyOf(pieces), ended && jfifFirst);
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
      case Marker.APP0, Marker.APP1, Marker.APP14 -> kind = told(marker, in.segment());
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
      case Marker.APP14 -> AppSegments.isAdobe(segment) ? Kind.ADOBE : Kind.OTHER;
      default ->
          AppSegments.isExif(segment)
              ? Kind.EXIF
              : AppSegments.isXmp(segment) ? Kind.XMP : Kind.METADATA;
    };
  }

  /** Whether the picture's end has been found. */
  public boolean complete() {
    return complete;
  }

  /**
   * Writes the file anew with other metadata.
   *
   * @param kinds what to keep beside the picture and the segments that tell what its components
   *     stand for
   * @param app1 contents of segments that are added, each at most 65533 bytes
   * @param icc profile to embed, null for none
   * @throws IllegalStateException if the file is not {@linkplain #complete complete}
   */
  public void write(
      JpegBytes bytes, Set<Kind> kinds, List<byte[]> app1, byte @Nullable [] icc, OutputStream out)
      throws IOException {
    if (!complete) {
      throw new IllegalStateException("the file has no end");
    }
    JpegInput in = bytes.from(0);
    BitWriter head = new BitWriter(out);
    head.marker(Marker.SOI);
    for (Piece piece : pieces) {
      if (piece.kind == Kind.JFIF) {
        in.seek(piece.start + 2, JFIF_LENGTH);
        head.segment(Marker.APP0, withoutThumbnail(in.segment()));
      }
    }
    for (byte[] segment : app1) {
      head.segment(Marker.APP1, segment);
    }
    for (byte[] segment : IccSegments.of(icc)) {
      head.segment(Marker.APP2, segment);
    }
    head.flush();
    for (Piece piece : pieces) {
      if (piece.kind == Kind.PICTURE || piece.kind == Kind.ADOBE || kinds.contains(piece.kind)) {
        in.seek(piece.start, piece.end - piece.start);
        in.copy(piece.end, out);
      }
    }
    out.write(0xFF);
    out.write(Marker.EOI);
  }

  private static byte[] withoutThumbnail(byte[] jfif) {
    byte[] plain = Arrays.copyOf(jfif, JFIF_LENGTH);
    plain[JFIF_LENGTH - 2] = 0;
    plain[JFIF_LENGTH - 1] = 0;
    return plain;
  }
}
