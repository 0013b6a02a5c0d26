package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.JpegPart;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Stored tiles that are laid in another way, or without their colours; see {@link StoredTilesTest}.
 */
final class TurnedTilesTest {
  @ParameterizedTest
  @EnumSource(Orientation.class)
  void partsAreTurned(Orientation turn) throws IOException {
    Rectangle region = new Rectangle(32, 32, 96, 64);
    for (JpegTiles kind : JpegTiles.KINDS) {
      try (DecodedImage image = kind.open()) {
        byte[] file = StoredParts.write(StoredParts.part(image, region, turn), StoredParts.OPTIONS);
        Picture expected = turned(Picture.of(image.rows(0, region)), turn);
        Picture actual = Picture.of(new JpegDecoder(), file);
        boolean upright = turn == Orientation.UPRIGHT;
        StoredParts.Grid edges = new StoredParts.Grid(region, turn, !StoredParts.isDense(kind));
        assertTrue(
            StoredParts.difference(expected, actual, edges) <= (upright ? 0 : 4), kind::toString);
        StoredParts.assertJdkSeesTheSame(file);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void sideThatComesFirstEndsWithAnMcu(Orientation turn) throws IOException {
    Rectangle region = new Rectangle(128, 96, 22, 34);
    Rectangle corner = turn.apply(new Rectangle(0, 0, 1, 1), region.size());
    boolean cornerStays = corner.x() == 0 && corner.y() == 0;
    try (DecodedImage image = JpegTiles.KINDS.getFirst().open()) {
      Optional<JpegPart> part = image.jpeg(0).orElseThrow().part(region, turn, false);
      assertEquals(cornerStays, part.isPresent());
    }
  }

  @ParameterizedTest
  @FieldSource("org.casaba.codec.tiff.JpegTiles#KINDS")
  void lumaIsTheGrayPicture(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      for (Rectangle region : StoredParts.regions()) {
        Optional<JpegPart> part =
            image.jpeg(0).orElseThrow().part(region, Orientation.UPRIGHT, true);
        assertEquals(kind.photometric() != JpegTiles.RGB, part.isPresent());
        if (part.isPresent()) {
          byte[] file = StoredParts.write(part.get(), StoredParts.OPTIONS);
          Picture actual = Picture.of(new JpegDecoder(), file);
          assertEquals(PixelLayout.GRAY, actual.layout());
          assertEquals(luma(kind, region), actual);
          StoredParts.assertJdkSeesTheSame(file);
        }
      }
    }
  }

  private static Picture turned(Picture picture, Orientation turn) {
    Dimensions size = new Dimensions(picture.width(), picture.height());
    Dimensions laid = turn.apply(size);
    int bands = picture.layout().bands();
    byte[] bytes = new byte[picture.bytes().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        Rectangle to = turn.apply(new Rectangle(x, y, 1, 1), size);
        for (int band = 0; band < bands; band++) {
          int at = (to.y() * laid.width() + to.x()) * bands + band;
          bytes[at] = (byte) picture.sample(x, y, band);
        }
      }
    }
    return new Picture(laid.width(), laid.height(), picture.layout(), bytes);
  }

  /**
   * The first component, decoded by calling the same data a gray TIFF's or an JpegTiles.RGB one's.
   */
  private static Picture luma(JpegTiles kind, Rectangle region) throws IOException {
    int photometric = kind.photometric() == JpegTiles.GRAY ? JpegTiles.GRAY : JpegTiles.RGB;
    JpegTiles other = new JpegTiles(kind.stream(), photometric, kind.sharedTables());
    try (DecodedImage image = other.open(kind.streams())) {
      Picture all = Picture.of(image.rows(0, region));
      int bands = all.layout().bands();
      byte[] luma = new byte[all.width() * all.height()];
      for (int i = 0; i < luma.length; i++) {
        luma[i] = all.bytes()[i * bands];
      }
      return new Picture(all.width(), all.height(), PixelLayout.GRAY, luma);
    }
  }
}
