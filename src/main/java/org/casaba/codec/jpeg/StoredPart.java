package org.casaba.codec.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.PixelLayout;
import org.casaba.geometry.Orientation;
import org.casaba.jpeg.DamagedJpegException;
import org.casaba.jpeg.FileHead;
import org.casaba.jpeg.Mosaic;
import org.casaba.jpeg.Splice;

/** A file made of stored streams. */
public final class StoredPart implements JpegPart {
  private final Way way;
  private final int components;
  private final boolean rgb;
  private final Body body;

  StoredPart(Way way, int components, boolean rgb, Body body) {
    this.way = way;
    this.components = components;
    this.rgb = rgb;
    this.body = body;
  }

  /** What writes the file. */
  @FunctionalInterface
  interface Body {
    void write(FileHead head, OutputStream out) throws IOException;
  }

  /**
   * What to do with the pieces of streams.
   *
   * @param turn how to lay the picture
   * @param gray whether to leave out the colours, of YCbCr pictures
   * @param rgb whether three components are red, green and blue, and not YCbCr
   */
  public record Wanted(Orientation turn, boolean gray, boolean rgb) {
    /** Whether blocks stay as they are. */
    public boolean upright() {
      return turn == Orientation.UPRIGHT && !gray;
    }
  }

  /**
   * A file made of pieces of streams.
   *
   * @return empty if they do not go together
   * @throws org.casaba.codec.DamagedImageException if tables are missing
   */
  public static Optional<JpegPart> of(Mosaic mosaic, Wanted wanted) throws IOException {
    try {
      Optional<Splice> splice =
          wanted.upright() ? Splice.of(mosaic) : Splice.laid(mosaic, wanted.turn(), wanted.gray());
      Way way = mosaic.pieces() == 1 ? Way.CROP : Way.JOIN;
      return splice.map(s -> new StoredPart(way, s.components(), wanted.rgb(), s::write));
    } catch (DamagedJpegException e) {
      throw Failures.translated(e);
    }
  }

  @Override
  public Way way() {
    return way;
  }

  @Override
  public void writeTo(EncodeOptions options, OutputStream out) throws IOException {
    FileHead head =
        rgb && components == 3
            ? FileHeads.rgb(options)
            : FileHeads.jfif(options, components == 1 ? PixelLayout.GRAY : PixelLayout.RGB);
    try {
      body.write(head, out);
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }
}
