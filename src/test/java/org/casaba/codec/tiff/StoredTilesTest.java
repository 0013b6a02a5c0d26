package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.JpegPart.Way;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.XmpPacket;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegFile;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What is made of stored tiles has the pixels that decoding the tiles gives. Where chroma is stored
 * less densely, a pixel at the edge of what is joined or cut may differ: there the decoder mixes
 * the neighbouring chroma sample in, which is another one, or none, in the new file. No pixel
 * further from an edge has to do with it, so all others are equal.
 */
final class StoredTilesTest {
  private static final int GRAY = 1;
  private static final int RGB = 2;
  private static final int YCBCR = 6;
  private static final EncodeOptions OPTIONS = new EncodeOptions(75, false, null, null);
  private static final Rectangle TILE = new Rectangle(64, 48, 64, 48);

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

  static final List<String> FILES =
      List.of(
          "rgb-jpeg-ycbcr-tiles.tif",
          "rgb-jpeg-rgb-tiles.tif",
          "gray-jpeg-tiles.tif",
          "pyramid.tif");

  @ParameterizedTest
  @FieldSource("KINDS")
  void wholeTileIsCopied(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      JpegPart part = part(image, TILE, Orientation.UPRIGHT);
      assertEquals(Way.COPY, part.way());
      byte[] file = write(part, OPTIONS);
      assertEquals(Picture.of(image.rows(0, TILE)), Picture.of(new JpegDecoder(), file));
      assertJdkSeesTheSame(file);
    }
  }

  @Test
  void copiedDataAreThoseStored() throws IOException {
    JpegTiles kind = KINDS.getFirst();
    byte[] stored = kind.streams().get(4);
    try (DecodedImage image = kind.open()) {
      byte[] file = write(part(image, TILE, Orientation.UPRIGHT), OPTIONS);
      int length = 700;
      assertArrayEquals(
          Arrays.copyOfRange(stored, stored.length - length, stored.length),
          Arrays.copyOfRange(file, file.length - length, file.length));
    }
  }

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

  @ParameterizedTest
  @FieldSource("KINDS")
  void partsHaveThePixelsOfTheTiles(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      for (Rectangle region : regions()) {
        JpegPart part = part(image, region, Orientation.UPRIGHT);
        Dimensions tile = new Dimensions(JpegTiles.TILE_WIDTH, JpegTiles.TILE_HEIGHT);
        assertEquals(isInOneTile(region, tile) ? Way.CROP : Way.JOIN, part.way());
        check(image, region, part, !isDense(kind));
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
        check(image, region, part(image, region, Orientation.UPRIGHT), cut);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void partsAreTurned(Orientation turn) throws IOException {
    Rectangle region = new Rectangle(32, 32, 96, 64);
    for (JpegTiles kind : KINDS) {
      try (DecodedImage image = kind.open()) {
        byte[] file = write(part(image, region, turn), OPTIONS);
        Picture expected = turned(Picture.of(image.rows(0, region)), turn);
        Picture actual = Picture.of(new JpegDecoder(), file);
        boolean upright = turn == Orientation.UPRIGHT;
        Grid edges = new Grid(region, turn, !isDense(kind));
        assertTrue(difference(expected, actual, edges) <= (upright ? 0 : 4), kind::toString);
        assertJdkSeesTheSame(file);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void sideThatComesFirstEndsWithAnMcu(Orientation turn) throws IOException {
    Rectangle region = new Rectangle(128, 96, 22, 34);
    Rectangle corner = turn.apply(new Rectangle(0, 0, 1, 1), region.size());
    boolean cornerStays = corner.x() == 0 && corner.y() == 0;
    try (DecodedImage image = KINDS.getFirst().open()) {
      Optional<JpegPart> part = image.jpeg(0).orElseThrow().part(region, turn, false);
      assertEquals(cornerStays, part.isPresent());
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void lumaIsTheGrayPicture(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      for (Rectangle region : regions()) {
        Optional<JpegPart> part =
            image.jpeg(0).orElseThrow().part(region, Orientation.UPRIGHT, true);
        assertEquals(kind.photometric() != RGB, part.isPresent());
        if (part.isPresent()) {
          byte[] file = write(part.get(), OPTIONS);
          Picture actual = Picture.of(new JpegDecoder(), file);
          assertEquals(PixelLayout.GRAY, actual.layout());
          assertEquals(luma(kind, region), actual);
          assertJdkSeesTheSame(file);
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void tilesAreFilledUp(JpegTiles kind) throws IOException {
    try (DecodedImage image = kind.open()) {
      JpegPart part = image.jpeg(0).orElseThrow().tile(128, 96, TILE.size()).orElseThrow();
      Picture padded = Picture.of(new JpegDecoder(), write(part, OPTIONS));
      assertEquals(TILE.size(), new Dimensions(padded.width(), padded.height()));
      JpegPart large =
          image.jpeg(0).orElseThrow().tile(128, 96, new Dimensions(96, 96)).orElseThrow();
      Picture filled = Picture.of(new JpegDecoder(), write(large, OPTIONS));
      Rectangle inside = new Rectangle(128, 96, 20, 32);
      assertEquals(Picture.of(image.rows(0, inside)), filled.part(new Rectangle(0, 0, 20, 32)));
      assertTrue(isFlat(filled.part(new Rectangle(40, 56, 56, 40))));
    }
  }

  @Test
  void nothingIsHadBetweenMcus() throws IOException {
    try (DecodedImage image = KINDS.getFirst().open()) {
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
    JpegTiles kind = KINDS.get(4);
    List<byte[]> streams = new ArrayList<>(kind.streams());
    byte[] coarser = streams.get(1).clone();
    int table = JpegFile.find(coarser, JpegFile.DQT);
    coarser[table + 20]++;
    streams.set(1, coarser);
    streams.set(3, new byte[0]);
    streams.set(4, new JpegTiles(JpegFile.of(2, 2, 1, 1, 1, 1), YCBCR, false).streams().get(4));
    streams.set(8, new JpegTiles(kind.stream().inProgression(), YCBCR, false).streams().get(8));
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
    for (JpegTiles kind : KINDS.subList(0, 7)) {
      try (DecodedImage image = kind.open()) {
        for (Rectangle region : List.of(TILE, new Rectangle(0, 0, 128, 48))) {
          byte[] file = write(part(image, region, Orientation.UPRIGHT), options);
          byte[] icc = new JpegDecoder().open(new BytesContent(file)).iccProfile().orElseThrow();
          assertArrayEquals(profile, icc);
          assertTrue(
              new String(file, StandardCharsets.ISO_8859_1)
                  .contains("http://ns.adobe.com/xap/1.0/"));
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void damageIsDamage(JpegTiles like) throws IOException {
    JpegTiles kind = new JpegTiles(like.stream(), like.photometric(), false);
    List<byte[]> streams = kind.streams();
    Random random = new Random(7);
    int damaged = 0;
    for (int round = 0; round < 150; round++) {
      List<byte[]> broken = new ArrayList<>(streams);
      byte[] tile = streams.get(4).clone();
      for (int i = 0; i <= round % 4; i++) {
        tile[random.nextInt(tile.length)] ^= (byte) (1 << random.nextInt(8));
      }
      broken.set(4, round % 5 == 0 ? Arrays.copyOf(tile, random.nextInt(tile.length)) : tile);
      Orientation turn = Orientation.values()[round % 8];
      try (DecodedImage image = kind.open(broken)) {
        Optional<JpegPart> part =
            image.jpeg(0).orElseThrow().part(new Rectangle(32, 32, 64, 48), turn, false);
        if (part.isPresent()) {
          write(part.get(), OPTIONS);
        }
      } catch (DamagedImageException e) {
        damaged++;
      }
    }
    assertTrue(damaged > 10, "" + damaged);
  }

  @Test
  void whatIsCutOffIsDamaged() throws IOException {
    JpegTiles kind = KINDS.getFirst();
    List<byte[]> streams = new ArrayList<>(kind.streams());
    byte[] tile = streams.get(4);
    streams.set(4, Arrays.copyOf(tile, tile.length - 300));
    try (DecodedImage image = kind.open(streams)) {
      JpegPart part = part(image, TILE, Orientation.UPRIGHT);
      assertEquals(Way.CROP, part.way());
      assertThrows(DamagedImageException.class, () -> write(part, OPTIONS));
    }
  }

  private static boolean isHad(DecodedImage image, Rectangle region) throws IOException {
    return image.jpeg(0).orElseThrow().part(region, Orientation.UPRIGHT, false).isPresent();
  }

  private static boolean isInOneTile(Rectangle region, Dimensions tile) {
    return region.x() / tile.width() == (region.right() - 1) / tile.width()
        && region.y() / tile.height() == (region.bottom() - 1) / tile.height();
  }

  /** Whether no component is stored less densely than others. */
  private static boolean isDense(JpegTiles kind) {
    return kind.stream().factors().stream().allMatch(f -> f == 1);
  }

  private static JpegPart part(DecodedImage image, Rectangle region, Orientation turn)
      throws IOException {
    return image.jpeg(0).orElseThrow().part(region, turn, false).orElseThrow();
  }

  private static byte[] write(JpegPart part, EncodeOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part.writeTo(options, out);
    return out.toByteArray();
  }

  private static void check(DecodedImage image, Rectangle region, JpegPart part, boolean cut)
      throws IOException {
    byte[] file = write(part, OPTIONS);
    Dimensions tile = image.facts().levels().getFirst().tileSize();
    Picture expected = Picture.of(image.rows(0, region));
    Picture actual = Picture.of(new JpegDecoder(), file);
    assertEquals(0, difference(expected, actual, new Grid(region, tile, cut)), region::toString);
    assertJdkSeesTheSame(file);
  }

  /** The JDK's decoder makes chroma dense in another way, by repeating samples. */
  private static void assertJdkSeesTheSame(byte[] file) throws IOException {
    Picture ours = Picture.of(new JpegDecoder(), file);
    Picture theirs = JpegFile.readByJdk(file);
    assertEquals(ours.layout(), theirs.layout());
    double mean = ours.meanDifference(theirs);
    assertTrue(mean < 3, () -> "" + mean);
  }

  /** Which pixels may differ: those at an edge of a tile or of the region. */
  private record Grid(Rectangle region, Dimensions tile, Orientation turn, boolean cut) {
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

  private static int difference(Picture expected, Picture actual, Grid edges) {
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

  /** The first component, decoded by calling the same data a gray TIFF's or an RGB one's. */
  private static Picture luma(JpegTiles kind, Rectangle region) throws IOException {
    int photometric = kind.photometric() == GRAY ? GRAY : RGB;
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
