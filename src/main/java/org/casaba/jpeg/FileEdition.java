package org.casaba.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casaba.jpeg.StoredFile.Kind;
import org.casaba.jpeg.StoredFile.Piece;
import org.jspecify.annotations.Nullable;

/** A stored file that is written anew with other metadata. Immutable. */
public final class FileEdition {
  /** Of a JFIF segment without thumbnail, in bytes, without marker and length. */
  private static final int JFIF_LENGTH = 14;

  /** Of an Adobe segment, as above; what some file has behind that tells nothing of the picture. */
  private static final int ADOBE_LENGTH = 12;

  /** Of a segment's marker and length, in bytes. */
  private static final int SEGMENT_HEAD = 4;

  private final StoredFile file;
  private final Set<Kind> kinds;
  private final List<byte[]> app1;
  private final List<byte[]> icc;

  /**
   * An edition of a {@linkplain StoredFile#complete complete} file.
   *
   * @param kinds what to keep beside the picture and the segments that tell what its components
   *     stand for
   * @param app1 contents of segments that are added, each at most 65533 bytes
   * @param icc profile to embed: the file's own, or null for none
   */
  public FileEdition(StoredFile file, Set<Kind> kinds, List<byte[]> app1, byte @Nullable [] icc) {
    if (!file.complete()) {
      throw new IllegalArgumentException("the file has no end");
    }
    this.file = file;
    this.kinds = EnumSet.of(Kind.PICTURE);
    this.kinds.addAll(kinds);
    this.app1 = List.copyOf(app1);
    this.icc = IccSegments.of(icc);
  }

  /**
   * Whether it is the file itself as far as the picture's end, with nothing to leave out or add.
   */
  public boolean verbatim() {
    return app1.isEmpty()
        && file.gapless()
        && file.pieces().stream().allMatch(this::staysInPlace)
        && (icc.isEmpty() || file.pieces().stream().anyMatch(p -> p.kind() == Kind.ICC));
  }

  private boolean staysInPlace(Piece piece) {
    return switch (piece.kind()) {
      case JFIF -> piece.length() == SEGMENT_HEAD + JFIF_LENGTH;
      case ADOBE -> piece.length() == SEGMENT_HEAD + ADOBE_LENGTH;
      case ICC -> !icc.isEmpty();
      case PICTURE, EXIF, XMP, METADATA, OTHER -> kinds.contains(piece.kind());
    };
  }

  /** Bytes that are written. */
  public long length() {
    if (verbatim()) {
      return file.end();
    }
    long length = 2 * StoredFile.MARKER_LENGTH;
    for (Piece piece : file.pieces()) {
      if (piece.kind() == Kind.JFIF) {
        length += SEGMENT_HEAD + JFIF_LENGTH;
      } else if (piece.kind() == Kind.ADOBE) {
        length += SEGMENT_HEAD + ADOBE_LENGTH;
      } else if (kinds.contains(piece.kind())) {
        length += piece.length();
      }
    }
    List<byte[]> added = new ArrayList<>(app1);
    added.addAll(icc);
    return length + added.stream().mapToLong(s -> SEGMENT_HEAD + s.length).sum();
  }

  /**
   * Writes it.
   *
   * @param bytes of the file
   */
  public void writeTo(JpegBytes bytes, OutputStream out) throws IOException {
    JpegInput in = bytes.from(0);
    if (verbatim()) {
      in.copy(file.end(), out);
      return;
    }
    writeHead(in, out);
    for (Piece piece : file.pieces()) {
      if (kinds.contains(piece.kind())) {
        in.seek(piece.start(), piece.length());
        in.copy(piece.end(), out);
      }
    }
    out.write(0xFF);
    out.write(Marker.EOI);
  }

  private void writeHead(JpegInput in, OutputStream out) throws IOException {
    BitWriter head = new BitWriter(out);
    head.marker(Marker.SOI);
    for (Piece piece : file.pieces()) {
      if (piece.kind() == Kind.JFIF) {
        in.seek(piece.start() + StoredFile.MARKER_LENGTH, JFIF_LENGTH);
        head.segment(Marker.APP0, withoutThumbnail(in.segment()));
      } else if (piece.kind() == Kind.ADOBE) {
        in.seek(piece.start() + StoredFile.MARKER_LENGTH, ADOBE_LENGTH);
        head.segment(Marker.APP14, Arrays.copyOf(in.segment(), ADOBE_LENGTH));
      }
    }
    for (byte[] segment : app1) {
      head.segment(Marker.APP1, segment);
    }
    for (byte[] segment : icc) {
      head.segment(Marker.APP2, segment);
    }
    head.flush();
  }

  private static byte[] withoutThumbnail(byte[] jfif) {
    byte[] plain = Arrays.copyOf(jfif, JFIF_LENGTH);
    plain[JFIF_LENGTH - 2] = 0;
    plain[JFIF_LENGTH - 1] = 0;
    return plain;
  }
}
