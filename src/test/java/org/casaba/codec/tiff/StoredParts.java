package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.Picture;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;

/** Parts of stored tiles, and how they are compared with what decoding the tiles gives. */
final class StoredParts {
  static final EncodeOptions OPTIONS = new EncodeOptions(75, false, null, null);
  static final Rectangle TILE = new Rectangle(64, 48, 64, 48);

  private StoredParts() {}

  static List<Rectangle> regions() {
    return List.of(
        new Rectangle(128, 0, 22, 48),
        new Rectangle(0, 96, 64, 34),
        new Rectangle(128, 96, 22, 34),
        new Rectangle(16, 16, 32, 16),
        new Rectangle(0, 0, 128, 96),
        new Rectangle(0, 0, 150, 130),
        new Rectangle(32, 32, 64, 48),
        new Rectangle(48, 80, 102, 50));
  }

  /** Whether no component is stored less densely than others. */
  static boolean isDense(JpegTiles kind) {
    return kind.stream().factors().stream().allMatch(f -> f == 1);
  }

  static JpegPart part(DecodedImage image, Rectangle region, Orientation turn) throws IOException {
    return image.jpeg(0).orElseThrow().part(region, turn, false).orElseThrow();
  }

  static byte[] write(JpegPart part, EncodeOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part.writeTo(options, out);
    return out.toByteArray();
  }

  static void check(DecodedImage image, Rectangle region, JpegPart part, boolean cut)
      throws IOException {
    byte[] file = write(part, OPTIONS);
    Dimensions tile = image.facts().levels().getFirst().tileSize();
    Picture expected = Picture.of(image.rows(0, region));
    Picture actual = Picture.of(new JpegDecoder(), file);
    assertEquals(0, difference(expected, actual, new Grid(region, tile, cut)), region::toString);
    assertJdkSeesTheSame(file);
  }

  /** The JDK's decoder makes chroma dense in another way, by repeating samples. */
  static void assertJdkSeesTheSame(byte[] file) throws IOException {
    Picture ours = Picture.of(new JpegDecoder(), file);
    Picture theirs = JpegFile.readByJdk(file);
    assertEquals(ours.layout(), theirs.layout());
    double mean = ours.meanDifference(theirs);
    assertTrue(mean < 3, () -> "" + mean);
  }

  /** Which pixels may differ: those at an edge of a tile or of the region. */
  record Grid(Rectangle region, Dimensions tile, Orientation turn, boolean cut) {
    Grid(Rectangle region, Dimensions tile, boolean cut) {
      this(region, tile, Orientation.UPRIGHT, cut);
    }

    Grid(Rectangle region, Orientation turn, boolean cut) {
      this(region, TILE.size(), turn, cut);
    }

    boolean mayDiffer(int x, int y) {
      Dimensions size = turn.apply(region.size());
      Rectangle stored = turn.inverse().apply(new Rectangle(x, y, 1, 1), size);
      return cut
          && (isEdge(stored.x(), region.x(), region.width(), tile.width())
              || isEdge(stored.y(), region.y(), region.height(), tile.height()));
    }

    private static boolean isEdge(int at, int from, int length, int tile) {
      int inTile = (from + at) % tile;
      return at == 0 || at == length - 1 || inTile == 0 || inTile == tile - 1;
    }
  }

  static int difference(Picture expected, Picture actual, Grid edges) {
    assertEquals(expected.layout(), actual.layout());
    assertEquals(expected.width(), actual.width());
    assertEquals(expected.height(), actual.height());
    int largest = 0;
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        for (int band = 0; band < expected.layout().bands(); band++) {
          int difference = Math.abs(expected.sample(x, y, band) - actual.sample(x, y, band));
          largest = edges.mayDiffer(x, y) ? largest : Math.max(largest, difference);
        }
      }
    }
    return largest;
  }
}
