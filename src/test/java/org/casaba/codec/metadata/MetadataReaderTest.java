package org.casaba.codec.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are made by {@code make.sh} beside them. */
class MetadataReaderTest {
  private static byte[] file(String name) throws IOException {
    try (InputStream in = MetadataReaderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static Metadata read(byte[] file) throws IOException {
    return MetadataReader.read(new BytesContent(file));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.jpg", "all.png", "all.webp"})
  void exifIsReadFromItsFourDirectories(String name) throws IOException {
    Map<String, Object> exif = read(file(name)).exif();
    Map<?, ?> first = (Map<?, ?>) exif.get("IFD0");
    assertEquals("Zeiß", first.get("Make"));
    assertEquals("Ada Lovelace", first.get("Artist"));
    assertEquals("© Casaba", first.get("Copyright"));
    assertEquals(1L, first.get("Orientation"));
    assertEquals(
        Map.of(
            "ExposureTime", 0.004,
            "ExifVersion", "0232",
            "DateTimeOriginal", "2024:05:06 07:08:09",
            "ExposureBiasValue", -1.0 / 3,
            "UserComment", "Notiz"),
        exif.get("Exif"));
    assertEquals(
        Map.of(
            "GPSVersionID", List.of(2L, 3L, 0L, 0L),
            "GPSLatitudeRef", "N",
            "GPSLatitude", List.of(52.0, 30.0, 1.5)),
        exif.get("GPS"));
    assertEquals(Map.of("InteroperabilityIndex", "R98"), exif.get("Interoperability"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.jpg", "all.png", "all.tif", "all-big.tif"})
  void iptcIsRead(String name) throws IOException {
    Map<String, Object> iptc = read(file(name)).iptc();
    assertEquals(List.of("harbour", "Küste"), iptc.get("Keywords"));
    assertEquals("A Plan of the Harbour", iptc.get("Headline"));
    assertEquals(4L, iptc.get("ApplicationRecordVersion"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.jpg", "all.png", "all.webp", "all.tif", "all-big.tif"})
  void theXmpPacketIsReadAsItIs(String name) throws IOException {
    String xmp = read(file(name)).xmp().orElseThrow();
    assertTrue(xmp.startsWith("<?xpacket begin=\"\uFEFF\""), xmp);
    assertTrue(xmp.contains("Straße"), xmp);
    assertTrue(xmp.endsWith("<?xpacket end=\"w\"?>"), xmp);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.tif", "all-big.tif"})
  void fieldsOfATiffAreRead(String name) throws IOException {
    Metadata metadata = read(file(name));
    Map<?, ?> first = (Map<?, ?>) metadata.exif().get("IFD0");
    assertEquals(8L, first.get("ImageWidth"));
    assertEquals(6L, first.get("ImageHeight"));
    assertFalse(first.keySet().stream().anyMatch(k -> k.toString().contains("Photoshop")));
  }

  @Test
  void textsOfTheFormatsOwnAreRead() throws IOException {
    assertEquals(Map.of("comment", "Drawn by hand"), read(file("all.jpg")).own());
    assertEquals(Map.of("comment", "Drawn by hand"), read(file("all.gif")).own());
    assertEquals("A plan", read(file("all.png")).own().get("Title"));
  }

  @Test
  void xmpOfAGifIsRead() throws IOException {
    byte[] gif = file("all.gif");
    byte[] packet = "<x>größer</x>".repeat(60).getBytes(StandardCharsets.UTF_8);
    byte[] trailer = new byte[258];
    trailer[0] = 1;
    for (int i = 0; i < 256; i++) {
      trailer[i + 1] = (byte) (255 - i);
    }
    int colors = 13 + (gif[10] < 0 ? 3 << ((gif[10] & 7) + 1) : 0);
    byte[] with =
        join(
            Arrays.copyOf(gif, colors),
            new byte[] {0x21, (byte) 0xFF, 11},
            latin("XMP DataXMP"),
            packet,
            trailer,
            Arrays.copyOfRange(gif, colors, gif.length));
    assertEquals(Optional.of(new String(packet, StandardCharsets.UTF_8)), read(with).xmp());
    assertEquals(Map.of("comment", "Drawn by hand"), read(with).own());
  }

  @Test
  void whatIsNoImageOrHasNothingHasNone() throws IOException {
    Metadata nothing = new Metadata(Map.of(), Map.of(), null, Map.of());
    assertEquals(nothing, read(new byte[0]));
    assertEquals(nothing, read(new byte[500]));
    assertEquals(nothing, read(latin("BM and something else")));
  }

  /** Whatever is broken is said to be, and neither hidden nor anything else than an exception. */
  @ParameterizedTest
  @ValueSource(strings = {"all.jpg", "all.png", "all.webp", "all.tif", "all-big.tif", "all.gif"})
  void brokenFilesAreReadOrRefused(String name) throws IOException {
    byte[] sound = file(name);
    Random random = new Random(sound.length);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] broken =
          Arrays.copyOf(sound, i % 4 == 0 ? random.nextInt(sound.length) : sound.length);
      for (int n = random.nextInt(5); n > 0 && broken.length > 0; n--) {
        broken[random.nextInt(broken.length)] = (byte) (random.nextInt(3) - 1);
      }
      try {
        assertTrue(read(broken).exif().size() <= 4);
      } catch (DamagedImageException | UnsupportedImageException e) {
        refused++;
      }
    }
    assertTrue(refused > 100, refused + " refused");
  }

  /** An EXIF block in a PNG file. */
  private static byte[] png(byte[] exif) {
    return png(latin("eXIf"), exif);
  }

  private static byte[] png(byte[] type, byte[] data) {
    byte[] length = ByteBuffer.allocate(4).putInt(data.length).array();
    byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    byte[] end = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0, 0, 0, 0};
    return join(signature, length, type, data, new byte[4], end);
  }

  private static ByteBuffer exif(int length, int entries) {
    ByteBuffer exif = ByteBuffer.allocate(length);
    exif.put(latin("MM")).putShort((short) 42).putInt(8).putShort((short) entries);
    return exif;
  }

  private static ByteBuffer entry(ByteBuffer exif, int tag, int type, int count, int value) {
    return exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  @Test
  void directoriesInCirclesAreDamage() {
    ByteBuffer circle = entry(exif(100, 1), 34665, 4, 1, 8);
    assertThrows(DamagedImageException.class, () -> read(png(circle.array())));
  }

  @Test
  void moreValuesThanTheFileHasAreDamage() {
    for (int count : new int[] {101, 1 << 20, Integer.MAX_VALUE, -1}) {
      ByteBuffer long1 = entry(exif(100, 1), 315, 2, count, 40);
      assertThrows(IOException.class, () -> read(png(long1.array())), count + " values");
    }
  }

  @Test
  void tablesAreLeftOut() throws IOException {
    ByteBuffer exif = exif(2000, 2);
    entry(exif, 273, 4, 300, 40);
    entry(exif, 256, 4, 1, 7);
    assertEquals(Map.of("IFD0", Map.of("ImageWidth", 7L)), read(png(exif.array())).exif());
  }

  @Test
  void ratiosToZeroAreLeftOut() throws IOException {
    ByteBuffer exif = entry(exif(100, 1), 282, 5, 1, 40);
    assertEquals(Map.of(), read(png(exif.array())).exif());
  }

  @Test
  void fieldsThatTakeTooMuchTogetherAreRefused() {
    ByteBuffer exif = exif(1 << 20, 4000);
    for (int i = 0; i < 4000; i++) {
      entry(exif, i, 2, 60_000, 60_000);
    }
    assertThrows(UnsupportedImageException.class, () -> read(png(exif.array())));
  }

  @Test
  void textsThatSwellAreRefused() throws IOException {
    ByteArrayOutputStream swelling = new ByteArrayOutputStream();
    swelling.writeBytes(latin("Bomb\0\0"));
    try (DeflaterOutputStream out = new DeflaterOutputStream(swelling)) {
      for (int i = 0; i < 200; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    byte[] file = png(latin("zTXt"), swelling.toByteArray());
    assertThrows(UnsupportedImageException.class, () -> read(file));
  }

  @Test
  void anXmpPacketOfMoreThanAMegabyteIsRefused() {
    byte[] packet = join(latin("XML:com.adobe.xmp\0\0\0\0\0"), new byte[1 << 20]);
    assertThrows(UnsupportedImageException.class, () -> read(png(latin("iTXt"), packet)));
  }

  @Test
  void longTextsAreShortened() throws IOException {
    byte[] text = join(latin("Long\0"), latin("x".repeat(100_000)));
    assertEquals(1 << 16, ((String) read(png(latin("tEXt"), text)).own().get("Long")).length());
  }

  @Test
  void xmpIsReadInEveryFormOfUnicode() throws IOException {
    for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      for (String mark : new String[] {"\uFEFF", ""}) {
        byte[] data = (mark + "<x>ü</x>\0").getBytes(charset);
        byte[] chunk = join(latin("XML:com.adobe.xmp\0\0\0\0\0"), data);
        assertEquals(Optional.of("<x>ü</x>"), read(png(latin("iTXt"), chunk)).xmp());
      }
    }
    byte[] wrong = join(latin("XML:com.adobe.xmp\0\0\0\0\0"), new byte[] {'<', (byte) 0xC0, 'x'});
    assertThrows(DamagedImageException.class, () -> read(png(latin("iTXt"), wrong)));
  }

  @Test
  void ofALargeFileOnlyItsHeadersAreRead() throws IOException {
    byte[] tiff = file("all.tif");
    BytesContent content = new BytesContent(Arrays.copyOf(tiff, 5_000_000));
    MetadataReader.read(content);
    assertTrue(content.bytesRead() < 4 * tiff.length, content.bytesRead() + " bytes");
  }
}
