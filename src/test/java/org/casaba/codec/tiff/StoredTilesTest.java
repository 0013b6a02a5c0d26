package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.JpegPart.Way;
import org.casaba.codec.Picture;
import org.casaba.codec.XmpPacket;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What is made of stored tiles has the pixels that decoding the tiles gives. Where chroma is stored
 * less densely, a pixel at the edge of what is joined or cut may differ: there the decoder mixes
 * the neighbouring chroma sample in, which is another one, or none, in the new file. No pixel
 * further from an edge has to do with it, so all others are equal.
 */
final class StoredTilesTest {
  static final List<String> FILES =
      List.of(
          "rgb-jpeg-ycbcr-tiles.tif",
          "rgb-jpeg-rgb-tiles.tif",
          "gray-jpeg-tiles.tif",
          "pyramid.tif");

  @ParameterizedTest
  @FieldSource("org.casaba.codec.tiff.JpegTiles#KINDS")
  void wholeTileIsCopied(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      JpegPart part = StoredParts.part(image, StoredParts.TILE, Orientation.UPRIGHT);
      assertEquals(Way.COPY, part.way());
      byte[] file = StoredParts.write(part, StoredParts.OPTIONS);
      assertEquals(
          Picture.of(image.rows(0, StoredParts.TILE)), Picture.of(new JpegDecoder(), file));
      StoredParts.assertJdkSeesTheSame(file);
    }
  }

  @Test
  void copiedDataAreThoseStored() throws IOException {
    JpegTiles kind = JpegTiles.KINDS.getFirst();
    byte[] stored = kind.streams().get(4);
    try (DecodedImage image = kind.open()) {
      byte[] file =
          StoredParts.write(
              StoredParts.part(image, StoredParts.TILE, Orientation.UPRIGHT), StoredParts.OPTIONS);
      int length = 700;
      assertArrayEquals(
          Arrays.copyOfRange(stored, stored.length - length, stored.length),
          Arrays.copyOfRange(file, file.length - length, file.length));
    }
  }

  @ParameterizedTest
  @FieldSource("org.casaba.codec.tiff.JpegTiles#KINDS")
  void partsHaveThePixelsOfTheTiles(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      for (Rectangle region : StoredParts.regions()) {
        JpegPart part = StoredParts.part(image, region, Orientation.UPRIGHT);
        Dimensions tile = new Dimensions(JpegTiles.TILE_WIDTH, JpegTiles.TILE_HEIGHT);
        assertEquals(isInOneTile(region, tile) ? Way.CROP : Way.JOIN, part.way());
        StoredParts.check(image, region, part, !StoredParts.isDense(kind));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void tilesWithTablesOfTheirOwnAreJoined(String name) throws IOException {
    try (DecodedImage image = TiffFixture.open(name)) {
      Dimensions tile = image.facts().levels().getFirst().tileSize();
      Dimensions size = image.facts().storedSize();
      for (Rectangle region :
          List.of(
              size.whole(),
              new Rectangle(16, 0, 16, 32),
              new Rectangle(0, 0, size.width(), Math.min(tile.height(), size.height())),
              new Rectangle(16, 0, size.width() - 16, size.height()))) {
        boolean cut = !name.startsWith("gray") && !name.contains("rgb-tiles");
        StoredParts.check(image, region, StoredParts.part(image, region, Orientation.UPRIGHT), cut);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("org.casaba.codec.tiff.JpegTiles#KINDS")
  void tilesAreFilledUp(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      JpegPart part =
          image.jpeg(0).orElseThrow().tile(128, 96, StoredParts.TILE.size()).orElseThrow();
      Picture padded = Picture.of(new JpegDecoder(), StoredParts.write(part, StoredParts.OPTIONS));
      assertEquals(StoredParts.TILE.size(), new Dimensions(padded.width(), padded.height()));
      JpegPart large =
          image.jpeg(0).orElseThrow().tile(128, 96, new Dimensions(96, 96)).orElseThrow();
      Picture filled = Picture.of(new JpegDecoder(), StoredParts.write(large, StoredParts.OPTIONS));
      Rectangle inside = new Rectangle(128, 96, 20, 32);
      assertEquals(Picture.of(image.rows(0, inside)), filled.part(new Rectangle(0, 0, 20, 32)));
      assertTrue(isFlat(filled.part(new Rectangle(40, 56, 56, 40))));
    }
  }

  @Test
  void nothingIsHadBetweenMcus() throws IOException {
    try (DecodedImage image = JpegTiles.KINDS.getFirst().open()) {
      for (Rectangle region :
          List.of(
              new Rectangle(8, 0, 24, 16),
              new Rectangle(0, 0, 24, 16),
              new Rectangle(0, 1, 16, 15),
              new Rectangle(0, 0, 16, 129))) {
        assertTrue(image.jpeg(0).orElseThrow().part(region, Orientation.UPRIGHT, false).isEmpty());
      }
    }
  }

  @Test
  void unlikeTilesAreNotJoined() throws IOException {
    JpegTiles kind = JpegTiles.KINDS.get(4);
    List<byte[]> streams = new ArrayList<>(kind.streams());
    byte[] coarser = streams.get(1).clone();
    int table = JpegFile.find(coarser, JpegFile.DQT);
    coarser[table + 20]++;
    streams.set(1, coarser);
    streams.set(3, new byte[0]);
    streams.set(
        4, new JpegTiles(JpegFile.of(2, 2, 1, 1, 1, 1), JpegTiles.YCBCR, false).streams().get(4));
    streams.set(
        8, new JpegTiles(kind.stream().inProgression(), JpegTiles.YCBCR, false).streams().get(8));
    try (DecodedImage image = kind.open(streams)) {
      assertFalse(isHad(image, new Rectangle(0, 0, 128, 48)));
      assertFalse(isHad(image, new Rectangle(0, 48, 64, 48)));
      assertFalse(isHad(image, new Rectangle(64, 48, 86, 48)));
      assertFalse(isHad(image, new Rectangle(128, 96, 22, 34)));
      assertTrue(isHad(image, new Rectangle(64, 0, 64, 48)));
    }
  }

  @Test
  void whatIsAskedForIsEmbedded() throws IOException {
    byte[] profile = TiffFixture.open("rgb-profile.tif").iccProfile().orElseThrow();
    XmpPacket xmp =
        XmpPacket.of("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>");
    EncodeOptions options = new EncodeOptions(75, false, profile, xmp);
    for (JpegTiles kind : JpegTiles.KINDS.subList(0, 7)) {
      try (DecodedImage image = kind.open()) {
        for (Rectangle region : List.of(StoredParts.TILE, new Rectangle(0, 0, 128, 48))) {
          byte[] file =
              StoredParts.write(StoredParts.part(image, region, Orientation.UPRIGHT), options);
          byte[] icc = new JpegDecoder().open(new BytesContent(file)).iccProfile().orElseThrow();
          assertArrayEquals(profile, icc);
          assertTrue(
              new String(file, StandardCharsets.ISO_8859_1)
                  .contains("http://ns.adobe.com/xap/1.0/"));
        }
      }
    }
  }

  private static boolean isHad(DecodedImage image, Rectangle region) throws IOException {
    return image.jpeg(0).orElseThrow().part(region, Orientation.UPRIGHT, false).isPresent();
  }

  private static boolean isInOneTile(Rectangle region, Dimensions tile) {
    return region.x() / tile.width() == (region.right() - 1) / tile.width()
        && region.y() / tile.height() == (region.bottom() - 1) / tile.height();
  }

  private static boolean isFlat(Picture picture) {
    int bands = picture.layout().bands();
    for (int x = 1; x < 8; x++) {
      for (int band = 0; band < bands; band++) {
        if (picture.sample(x, 0, band) != picture.sample(0, 0, band)) {
          return false;
        }
      }
    }
    return true;
  }
}
