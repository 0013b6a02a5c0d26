package org.casaba.codec.jpeg;

import java.io.IOException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.DamagedJpegException;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.JpegTables;

/**
 * One JPEG stream, complete or abbreviated: a tile or strip of a TIFF. Opening reads the headers
 * only; rows that are being pulled hold little more than a row of MCUs. Immutable and thread-safe
 * if the stream's bytes are; an array is not copied and must not change.
 */
public final class JpegTile {
  /** Coefficients of progressive tiles; larger ones go to a temporary file. */
  private static final long MAIN_MEMORY = 16 << 20;

  private final JpegStream stream;
  private final ColorTransform transform;

  private JpegTile(JpegStream stream, ColorTransform transform) {
    this.stream = stream;
    this.transform = transform;
  }

  /**
   * Reads the content of a TIFF's JPEGTables field, once for all its tiles.
   *
   * @throws org.casaba.codec.DamagedImageException if it is not a stream of tables
   */
  public static JpegTables tables(byte[] jpegTables) throws IOException {
    try {
      return JpegTables.parse(jpegTables);
    } catch (DamagedJpegException e) {
      throw Failures.translated(e);
    }
  }

  /**
   * Reads the headers of a stream.
   *
   * @param tables in force before the stream, which may bring tables of its own
   * @throws org.casaba.codec.DamagedImageException if the headers are wrong
   * @throws org.casaba.codec.UnsupportedImageException if the stream is of a kind that is not read
   *     here
   */
  public static JpegTile open(byte[] stream, JpegTables tables, ColorTransform transform)
      throws IOException {
    return open(JpegBytes.of(stream), tables, transform);
  }

  /** Reads the headers of a stream that need not be held in memory. */
  public static JpegTile open(JpegBytes stream, JpegTables tables, ColorTransform transform)
      throws IOException {
    return new JpegTile(JpegStream.open(stream, tables, MAIN_MEMORY), transform);
  }

  /** Size in pixels as the stream says; a TIFF's own may differ. */
  public Dimensions size() {
    return stream.header().frame().size();
  }

  /** Components of the stream, 1 to 4: bytes per pixel of {@link #bands(Rectangle)}. */
  public int bands() {
    return stream.components();
  }

  JpegHeader header() {
    return stream.header();
  }

  /**
   * Starts decoding a part into its bands.
   *
   * @param region inside {@link #size}
   */
  public BandRows bands(Rectangle region) throws IOException {
    return stream.bands(1, region, transform);
  }
}
