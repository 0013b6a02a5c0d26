package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.geometry.Rectangle;

/**
 * A TIFF of JPEG tiles of 64 x 48 pixels, which go on beyond the picture's edges.
 *
 * @param sharedTables whether the tables stand in the field JPEGTables
 */
record JpegTiles(JpegFile stream, int photometric, boolean sharedTables) {
  static final int WIDTH = 150;
  static final int HEIGHT = 130;
  static final int TILE_WIDTH = 64;
  static final int TILE_HEIGHT = 48;
  static final int ACROSS = 3;
  static final int DOWN = 3;

  static final int GRAY = 1;
  static final int RGB = 2;
  static final int YCBCR = 6;

  /** How the tiles are stored. */
  static final List<JpegTiles> KINDS =
      List.of(
          new JpegTiles(JpegFile.of(2, 2, 1, 1, 1, 1), YCBCR, true),
          new JpegTiles(JpegFile.of(2, 2, 1, 1, 1, 1).restarting(3), YCBCR, false),
          new JpegTiles(JpegFile.of(2, 1, 1, 1, 1, 1), YCBCR, true),
          new JpegTiles(JpegFile.of(1, 2, 1, 1, 1, 1).restarting(1), YCBCR, true),
          new JpegTiles(JpegFile.of(1, 1, 1, 1, 1, 1), YCBCR, false),
          new JpegTiles(JpegFile.of(1, 1, 1, 1, 1, 1).restarting(5), RGB, true),
          new JpegTiles(JpegFile.of(2, 2, 1, 1, 1, 1), RGB, true),
          new JpegTiles(JpegFile.of(), GRAY, true),
          new JpegTiles(JpegFile.of().restarting(7), GRAY, false));

  /** The streams of the tiles, row by row, with all their tables. */
  List<byte[]> streams() throws IOException {
    PixelLayout layout = photometric == GRAY ? PixelLayout.GRAY : PixelLayout.RGB;
    Picture whole = JpegFile.waves(ACROSS * TILE_WIDTH, DOWN * TILE_HEIGHT, layout);
    List<byte[]> streams = new ArrayList<>();
    for (int row = 0; row < DOWN; row++) {
      for (int column = 0; column < ACROSS; column++) {
        Rectangle tile =
            new Rectangle(column * TILE_WIDTH, row * TILE_HEIGHT, TILE_WIDTH, TILE_HEIGHT);
        streams.add(stream.write(whole.part(tile)));
      }
    }
    return streams;
  }

  DecodedImage open() throws IOException {
    return open(streams());
  }

  /** The file of other streams; an empty one is a tile that is not stored. */
  DecodedImage open(List<byte[]> streams) throws IOException {
    return new TiffDecoder().open(new BytesContent(write(streams)));
  }

  private byte[] write(List<byte[]> streams) {
    TiffFile file = TiffFile.classic();
    long[] offsets = new long[streams.size()];
    long[] lengths = new long[streams.size()];
    for (int i = 0; i < offsets.length; i++) {
      byte[] stored = streams.get(i);
      if (sharedTables && stored.length > 0) {
        stored = JpegFile.without(stored, Set.of(JpegFile.DQT, JpegFile.DHT));
      }
      offsets[i] = stored.length == 0 ? 0 : file.append(stored);
      lengths[i] = stored.length;
    }
    int samples = photometric == GRAY ? 1 : 3;
    Map<Integer, TiffFile.Values> fields = TiffFile.picture(WIDTH, HEIGHT, samples);
    fields.remove(278);
    fields.put(259, TiffFile.shorts(7));
    fields.put(262, TiffFile.shorts(photometric));
    fields.put(322, TiffFile.longs(TILE_WIDTH));
    fields.put(323, TiffFile.longs(TILE_HEIGHT));
    fields.put(324, TiffFile.longs(offsets));
    fields.put(325, TiffFile.longs(lengths));
    if (sharedTables) {
      fields.put(347, TiffFile.undefined(JpegFile.tables(streams.getFirst())));
    }
    return file.of(fields);
  }
}
