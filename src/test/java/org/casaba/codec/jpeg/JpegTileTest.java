package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.JpegTables;
import org.junit.jupiter.api.Test;

final class JpegTileTest {
  private final Picture picture = JpegFile.waves(48, 32, PixelLayout.RGB);
  private final byte[] file = JpegFile.of(2, 2, 1, 1, 1, 1).write(picture);

  JpegTileTest() throws IOException {}

  @Test
  void anAbbreviatedStreamTakesTheTablesOfItsContainer() throws IOException {
    JpegTables tables = JpegTile.tables(JpegFile.tables(file));
    byte[] stream = JpegFile.without(file, Set.of(JpegFile.DQT, JpegFile.DHT, JpegFile.APP0));
    Picture whole = Picture.of(new JpegDecoder(TestedLibrary.JPEG), file);
    Rectangle part = new Rectangle(7, 3, 30, 20);
    JpegTile tile = JpegTile.open(stream, tables, ColorTransform.FROM_MARKERS);
    assertEquals(new Dimensions(48, 32), tile.size());
    assertEquals(3, tile.bands());
    assertArrayEquals(whole.bytes(), bands(tile, tile.size().whole()));
    assertArrayEquals(whole.part(part).bytes(), bands(tile, part));
  }

  @Test
  void aStreamsOwnTablesComeFirst() throws IOException {
    byte[] other = JpegFile.of(1, 1, 1, 1, 1, 1).inProgression().write(picture);
    JpegTables tables = JpegTile.tables(JpegFile.tables(other));
    JpegTile tile = JpegTile.open(file, tables, ColorTransform.FROM_MARKERS);
    assertArrayEquals(
        Picture.of(new JpegDecoder(TestedLibrary.JPEG), file).bytes(),
        bands(tile, tile.size().whole()));
  }

  @Test
  void missingTablesAreDamage() throws IOException {
    byte[] stream = JpegFile.without(file, Set.of(JpegFile.DHT));
    JpegTile tile = JpegTile.open(stream, JpegTables.NONE, ColorTransform.NONE);
    assertThrows(DamagedImageException.class, () -> tile.bands(tile.size().whole()));
  }

  @Test
  void tablesThatAreNoneAreDamage() {
    assertThrows(DamagedImageException.class, () -> JpegTile.tables(new byte[] {1, 2, 3}));
    byte[] tables = JpegFile.tables(file);
    tables[4] = 7;
    assertThrows(DamagedImageException.class, () -> JpegTile.tables(tables));
  }

  @Test
  void withoutATransformComponentsAreBands() throws IOException {
    byte[] rgb = JpegDecoderTest.file("baseline-rgb");
    byte[] asMarked = bands(rgb, ColorTransform.FROM_MARKERS);
    assertArrayEquals(asMarked, bands(rgb, ColorTransform.NONE));
    byte[] ycc = bands(file, ColorTransform.NONE);
    byte[] colors = bands(file, ColorTransform.YCC);
    assertArrayEquals(colors, bands(file, ColorTransform.FROM_MARKERS));
    for (int i = 0; i < ycc.length; i += 3) {
      double red = (ycc[i] & 0xFF) + 1.402 * ((ycc[i + 2] & 0xFF) - 128);
      assertEquals(Math.clamp(red, 0, 255), colors[i] & 0xFF, 1.0);
    }
  }

  @Test
  void inksKeepTheirFourBands() throws IOException {
    byte[] file = JpegDecoderTest.file("cmyk-adobe");
    JpegTile tile = JpegTile.open(file, JpegTables.NONE, ColorTransform.FROM_MARKERS);
    assertEquals(4, tile.bands());
    byte[] light = bands(tile, tile.size().whole());
    Picture rgb;
    try (DecodedImage image = new JpegDecoder(TestedLibrary.JPEG).open(new BytesContent(file))) {
      rgb = Picture.of(image.rows(0, tile.size().whole()));
    }
    for (int i = 0; i < light.length / 4; i++) {
      int product = (light[4 * i] & 0xFF) * (light[4 * i + 3] & 0xFF);
      assertEquals((product + 127) / 255, rgb.bytes()[3 * i] & 0xFF);
    }
  }

  @Test
  void streamsAreCheckedWhenOpened() {
    byte[] stream = Arrays.copyOf(file, 100);
    assertThrows(
        DamagedImageException.class,
        () -> JpegTile.open(stream, JpegTables.NONE, ColorTransform.NONE));
    assertThrows(
        UnsupportedImageException.class,
        () ->
            JpegTile.open(
                JpegDecoderTest.file("arithmetic"), JpegTables.NONE, ColorTransform.NONE));
  }

  private static byte[] bands(byte[] stream, ColorTransform transform) throws IOException {
    JpegTile tile = JpegTile.open(stream, JpegTables.NONE, transform);
    return bands(tile, tile.size().whole());
  }

  private static byte[] bands(JpegTile tile, Rectangle region) throws IOException {
    try (BandRows rows = tile.bands(region)) {
      int stride = rows.width() * rows.bands();
      byte[] all = new byte[stride * rows.height()];
      byte[] row = new byte[stride];
      for (int y = 0; y < rows.height(); y++) {
        rows.next(row);
        System.arraycopy(row, 0, all, y * stride, stride);
      }
      return all;
    }
  }
}
