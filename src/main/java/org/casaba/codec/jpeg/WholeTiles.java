package org.casaba.codec.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.jpeg.JpegLibrary.Decoding;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.AppMarkers;
import org.casaba.jpeg.ColorModel;
import org.casaba.jpeg.JpegHeader;

/**
 * Decodes tiles of one TIFF page, whole by a library where that is cheaper than a part by the
 * built-in codec. Thread-safe.
 */
public final class WholeTiles {
  /** Most bytes of tiles that are decoded side by side. */
  private static final long MOST_BYTES = 16 << 20;

  private static final int LARGEST_TILE = 4 << 20;
  private static final int LARGEST_STREAM = 4 << 20;

  private final JpegLibrary library;
  private final byte[] tables;
  private final ColorTransform transform;

  /**
   * Decodes tiles that have these in common.
   *
   * @param tables the content of the TIFF's JPEGTables field, empty if there is none
   */
  public WholeTiles(JpegLibrary library, byte[] tables, ColorTransform transform) {
    this.library = library;
    this.tables = tables;
    this.transform = transform;
  }

  /**
   * What is wanted of a tile.
   *
   * @param part inside the tile
   * @param picture how much of the tile is picture: what stands beyond its edge costs little
   * @param abreast how many tiles are decoded side by side
   */
  public record Wanted(Rectangle part, Dimensions picture, int abreast) {}

  /**
   * Starts decoding a part of a tile into its bands.
   *
   * @param tile opened with the same tables and transform
   * @param stream that it was opened from
   */
  public BandRows bands(JpegTile tile, byte[] stream, Wanted wanted) throws IOException {
    BandRows rows = tile.bands(wanted.part());
    if (!library.isThere() || stream.length > LARGEST_STREAM) {
      return rows;
    }
    Optional<Decoding> decoding =
        Decodings.of(tile.header(), 1, transform)
            .filter(d -> d.bytes() <= Math.min(LARGEST_TILE, MOST_BYTES / wanted.abreast()))
            .filter(d -> Decodings.pays(wanted));
    Optional<byte[]> pixels =
        decoding.flatMap(d -> library.decode(complete(stream, tile.header(), d.model()), d));
    return pixels.isEmpty() ? rows : new DecodedRows(pixels.get(), decoding.get(), wanted.part());
  }

  /** The stream with the tables, and with what the TIFF alone says about its colours. */
  private byte[] complete(byte[] stream, JpegHeader header, ColorModel model) {
    boolean silent = saysNothing(header.appMarkers()) && header.colorModel() != model;
    if (tables.length <= 4 && !silent) {
      return stream;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream(stream.length + tables.length + 20);
    all.write(stream, 0, 2);
    if (silent) {
      byte transformed = (byte) (model == ColorModel.YCC ? 1 : 0);
      byte[] adobe = {-1, -18, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transformed};
      all.writeBytes(adobe);
    }
    if (tables.length > 4) {
      all.write(tables, 2, tables.length - 4);
    }
    all.write(stream, 2, stream.length - 2);
    return all.toByteArray();
  }

  private static boolean saysNothing(AppMarkers markers) {
    return !markers.jfif() && markers.adobeTransform().isEmpty();
  }
}
