package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelRows;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.tiff.TiffFile.Values;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that want to be endless, huge or somewhere else. */
@Timeout(120)
class HostileTiffTest {
  private static final long ALL_ONES = 0xFFFF_FFFFL;

  private static DecodedImage open(byte[] file) throws IOException {
    return new TiffDecoder(TestedLibrary.ALL).open(new BytesContent(file));
  }

  private static void assertDamaged(byte[] file) {
    assertThrows(
        DamagedImageException.class, () -> Picture.of(new TiffDecoder(TestedLibrary.ALL), file));
  }

  private static Map<Integer, Values> picture(TiffFile file) {
    Map<Integer, Values> fields = TiffFile.picture(8, 8, 3);
    fields.put(273, TiffFile.longs(file.append(new byte[192])));
    fields.put(279, TiffFile.longs(192));
    return fields;
  }

  @Test
  void chainThatBitesItsTailIsAPictureWithoutLevels() throws IOException {
    TiffFile file = TiffFile.classic();
    long first = file.directory(picture(file));
    long second = file.directory(picture(file));
    file.point(file.header(), first);
    file.point(file.nextOf(first), second);
    file.point(file.nextOf(second), first);
    assertEquals(1, open(file.toBytes()).facts().levels().size());
  }

  @Test
  void directoryThatIsItsOwnSubIfdIsAPictureWithoutLevels() throws IOException {
    TiffFile file = TiffFile.big();
    Map<Integer, Values> fields = picture(file);
    fields.put(330, new Values(TiffFile.LONG8, 1, new long[] {0}));
    byte[] bytes = file.of(fields);
    // The field is the last one, the directory lies at the end: its value is what precedes "next".
    long directory = bytes.length - 8 - 8 - 20L * fields.size();
    ByteBuffer.wrap(bytes).putLong(bytes.length - 16, directory);
    assertEquals(1, open(bytes).facts().levels().size());
  }

  @Test
  void millionPagesAreNotRead() throws IOException {
    TiffFile file = TiffFile.classic();
    long first = file.directory(picture(file));
    file.point(file.header(), first);
    int pages = 1_000_000;
    ByteBuffer chain = ByteBuffer.allocate(18 * pages).order(ByteOrder.LITTLE_ENDIAN);
    long start = file.append(new byte[0]);
    for (int i = 1; i <= pages; i++) {
      chain.putShort((short) 1).putShort((short) 256).putShort((short) TiffFile.LONG);
      chain.putInt(1).putInt(4).putInt(i == pages ? 0 : (int) start + 18 * i);
    }
    file.point(file.nextOf(first), file.append(chain.array()));
    BytesContent content = new BytesContent(file.toBytes());
    assertEquals(1, new TiffDecoder(TestedLibrary.ALL).open(content).facts().levels().size());
    assertTrue(content.bytesRead() < 4_000_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 257, 258, 262, 273, 277, 278, 279, 320, 330, 338, 339, 347, 34675})
  void countOfAllOnesIsDamageOrIgnored(int tag) throws IOException {
    for (TiffFile file : new TiffFile[] {TiffFile.classic(), TiffFile.big()}) {
      for (int type = 0; type < 20; type++) {
        Map<Integer, Values> fields = picture(file);
        fields.put(tag, new Values(type, ALL_ONES, new long[] {ALL_ONES}));
        assertHarmless(file.of(fields));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 284, 317, 322, 323})
  void valueOfAllOnesIsHarmless(int tag) throws IOException {
    for (long value : new long[] {ALL_ONES, 0, 0x7FFF_FFFF, 0x8000_0000L, 65535}) {
      TiffFile file = TiffFile.classic();
      Map<Integer, Values> fields = picture(file);
      fields.put(tag, TiffFile.longs(value));
      assertHarmless(file.of(fields));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 514, 529, 530, 532})
  void ratiosAndSharesOfAllSortsAreHarmless(int tag) throws IOException {
    for (int compression : new int[] {1, 6}) {
      for (long value : new long[] {0, 1, 3, 4, 100, ALL_ONES}) {
        TiffFile file = TiffFile.classic();
        Map<Integer, Values> fields = picture(file);
        fields.put(259, TiffFile.shorts(compression));
        fields.put(262, TiffFile.shorts(6));
        fields.put(tag, TiffFile.longs(value, value, value, value, value, value));
        assertHarmless(file.of(fields));
      }
    }
  }

  @Test
  void offsetsOutsideTheFileAreDamage() {
    for (long offset : new long[] {1 << 20, ALL_ONES, Long.MAX_VALUE, Long.MIN_VALUE, -5}) {
      TiffFile file = TiffFile.big();
      Map<Integer, Values> fields = picture(file);
      fields.put(273, new Values(TiffFile.LONG8, 1, new long[] {offset}));
      assertDamaged(file.of(fields));
      file.point(file.header(), offset);
      assertDamaged(file.toBytes());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2147483647", "2147483647, 1", "2147483647, 2147483647", "65535, 65535"})
  void hugePicturesInSmallFilesEndInWords(int width, int height) throws IOException {
    for (int compression : new int[] {1, 4, 5, 7, 8, 32773}) {
      TiffFile file = TiffFile.classic();
      Map<Integer, Values> fields = picture(file);
      fields.putAll(Map.of(256, TiffFile.longs(width), 257, TiffFile.longs(height)));
      fields.put(259, TiffFile.shorts(compression));
      fields.put(278, TiffFile.longs(height));
      byte[] bytes = file.of(fields);
      assertThrows(
          IOException.class,
          () -> {
            try (DecodedImage image = open(bytes);
                PixelRows rows =
                    image.rows(
                        0,
                        new Rectangle(
                            Math.max(0, width - 9),
                            Math.max(0, height - 9),
                            Math.min(9, width),
                            1))) {
              rows.next(new byte[1000]);
            }
          });
    }
  }

  @Test
  void fileOfTooManyTilesIsNotAllocated() {
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = picture(file);
    fields.putAll(
        Map.of(
            256, TiffFile.longs(1 << 30),
            257, TiffFile.longs(1 << 30),
            322, TiffFile.longs(1),
            323, TiffFile.longs(1),
            324, new Values(TiffFile.LONG, ALL_ONES, new long[] {8}),
            325, new Values(TiffFile.LONG, ALL_ONES, new long[] {8})));
    assertDamaged(file.of(fields));
  }

  @Test
  void tooManyColumnsOfTilesAreNotDecodedAbreast() throws IOException {
    int tiles = 20_000;
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = TiffFile.picture(tiles, 1, 1);
    long[] offsets = new long[tiles];
    Arrays.fill(offsets, file.append(new byte[16]));
    long[] counts = new long[tiles];
    Arrays.fill(counts, 16);
    fields.putAll(Map.of(322, TiffFile.longs(1), 323, TiffFile.longs(16), 259, TiffFile.shorts(5)));
    fields.put(324, TiffFile.longs(offsets));
    fields.put(325, TiffFile.longs(counts));
    DecodedImage image = open(file.of(fields));
    assertThrows(
        UnsupportedImageException.class, () -> image.rows(0, new Rectangle(0, 0, tiles, 1)));
  }

  @Test
  void bombsAreNotBlownUpBeyondTheirTile() throws IOException {
    byte[] packBits = new byte[60_000];
    for (int i = 0; i < packBits.length; i += 2) {
      packBits[i] = (byte) 129;
    }
    assertBlack(32773, packBits);
    assertBlack(8, deflated(new byte[1_000_000]));
    assertBlack(5, LzwStream.of(new byte[300_000], false));
  }

  private static void assertBlack(int compression, byte[] data) throws IOException {
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = TiffFile.picture(8, 8, 3);
    fields.put(259, TiffFile.shorts(compression));
    fields.put(273, TiffFile.longs(file.append(data)));
    fields.put(279, TiffFile.longs(data.length));
    assertArrayEquals(
        new byte[192], Picture.of(new TiffDecoder(TestedLibrary.ALL), file.of(fields)).bytes());
  }

  private static byte[] deflated(byte[] data) {
    try (Deflater deflater = new Deflater(9)) {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 32773})
  void dataThatEndsTooEarlyIsDamage(int compression) {
    byte[] pixels = new byte[8 * 7 * 3];
    new Random(1).nextBytes(pixels);
    byte[] data =
        switch (compression) {
          case 5 -> LzwStream.of(pixels, false);
          case 8 -> deflated(pixels);
          case 32773 -> new byte[] {(byte) 129, 7, 20, 1, 2, 3};
          default -> pixels;
        };
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = TiffFile.picture(8, 8, 3);
    fields.put(259, TiffFile.shorts(compression));
    fields.put(273, TiffFile.longs(file.append(data)));
    fields.put(279, TiffFile.longs(data.length));
    assertDamaged(file.of(fields));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 34712, 50000, 50001, 4711})
  void unknownCompressionIsNamed(int compression) {
    TiffFile file = TiffFile.classic();
    Map<Integer, Values> fields = picture(file);
    fields.put(259, TiffFile.shorts(compression));
    byte[] bytes = file.of(fields);
    UnsupportedImageException e = assertThrows(UnsupportedImageException.class, () -> open(bytes));
    assertTrue(e.getMessage().contains(Integer.toString(compression)), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb-lzw-predicted-tiles",
        "rgb-deflate-predicted-strips",
        "rgb-packbits-strips",
        "rgb16-planar-deflate",
        "big-tiles",
        "big-big-endian-rgb16",
        "bitonal-g4-tiles",
        "bitonal-g3-2d-fill",
        "bitonal-g3-1d",
        "palette4-none",
        "rgba16-associated-tiles",
        "gray-jpeg-tiles",
        "rgb-jpeg-ycbcr-tiles",
        "rgb-jpeg-planar",
        "pyramid-imagemagick",
        "pyramid-sub-ifds",
      })
  void brokenFilesEndInAPictureOrInWords(String name) throws IOException {
    byte[] file = TiffFixture.file(name + ".tif");
    for (int length = 0; length < file.length; length += 1 + file.length / 40) {
      assertHarmless(Arrays.copyOf(file, length));
    }
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 60; i++) {
      byte[] broken = file.clone();
      for (int n = random.nextInt(1, 8); n > 0; n--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertHarmless(broken);
    }
  }

  /** Directories are a small part of a file: every byte of them, changed in several ways. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gray2-lzw-tiles",
        "bitonal-g4-strips",
        "rgba-associated",
        "ycbcr-none",
        "palette4-none"
      })
  void brokenDirectoriesEndInAPictureOrInWords(String name) throws IOException {
    byte[] file = TiffFixture.file(name + ".tif");
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(4);
    int end = Math.min(file.length, directory + 6 + 12 * bytes.getShort(directory));
    for (int at = directory; at < end; at++) {
      for (int value : new int[] {0, 1, 2, 7, 0x80, 0xFF}) {
        byte[] broken = file.clone();
        broken[at] = (byte) value;
        assertHarmless(broken);
      }
    }
  }

  /** A picture, or one of the two exceptions; never another, and at most a few rows of it. */
  private static void assertHarmless(byte[] file) throws IOException {
    try (DecodedImage image = open(file)) {
      for (int level = 0; level < image.facts().levels().size(); level++) {
        var size = image.facts().levels().get(level).size();
        int width = Math.min(size.width(), 500);
        int height = Math.min(size.height(), 300);
        try (PixelRows rows = image.rows(level, new Rectangle(0, 0, width, height))) {
          byte[] row = new byte[width * rows.layout().bands()];
          for (int y = 0; y < height; y++) {
            rows.next(row);
          }
        }
      }
    } catch (DamagedImageException | UnsupportedImageException e) {
      assertTrue(e.getMessage().length() > 10);
    }
  }
}
