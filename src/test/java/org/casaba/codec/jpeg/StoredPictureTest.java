package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.XmpPacket;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JPEG files, and parts of them, as they are stored. */
final class StoredPictureTest {
  private static final JpegDecoder DECODER = new JpegDecoder();
  private static final EncodeOptions PLAIN = new EncodeOptions(80, false, null, null);
  private static final EncodeOptions KEEPING =
      new EncodeOptions(80, false, null, null, true, List.of());
  private static final int COM = 0xFE;
  private static final int APP14 = 0xEE;
  private static final int APP13 = 0xED;

  static List<byte[]> files() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (JpegFile kind :
        List.of(
            JpegFile.of(1, 1, 1, 1, 1, 1),
            JpegFile.of(2, 1, 1, 1, 1, 1),
            JpegFile.of(2, 2, 1, 1, 1, 1))) {
      Picture picture = JpegFile.waves(211, 97, PixelLayout.RGB);
      files.add(kind.write(picture));
      files.add(kind.restarting(5).write(picture));
      files.add(kind.inProgression().write(picture));
    }
    files.add(JpegFile.of().write(JpegFile.waves(211, 97, PixelLayout.GRAY)));
    files.add(JpegDecoderTest.file("baseline-rgb"));
    return files;
  }

  private static Optional<byte[]> part(
      byte[] file, Rectangle region, Orientation turn, EncodeOptions options) throws IOException {
    try (DecodedImage image = DECODER.open(new BytesContent(file))) {
      Optional<JpegPart> part = image.jpeg(0).orElseThrow().part(region, turn, false);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (part.isPresent()) {
        part.get().writeTo(options, out);
      }
      return part.map(_ -> out.toByteArray());
    }
  }

  private static byte[] whole(byte[] file, EncodeOptions options) throws IOException {
    return part(file, size(file).whole(), Orientation.UPRIGHT, options).orElseThrow();
  }

  private static Dimensions size(byte[] file) throws IOException {
    try (DecodedImage image = DECODER.open(new BytesContent(file))) {
      return image.facts().storedSize();
    }
  }

  private static byte[] scan(byte[] file) {
    return Arrays.copyOfRange(file, JpegFile.find(file, JpegFile.SOS), file.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean contains(byte[] file, String text) {
    return new String(file, StandardCharsets.ISO_8859_1).contains(text);
  }

  private static byte[] withPrivateThings(byte[] file) {
    byte[] exif = ascii("Exif\0\0MM\0*\0\0\0\10\0\0 here it was");
    byte[] full = JpegFile.withSegment(file, JpegFile.APP1, exif);
    full = JpegFile.withSegment(full, JpegFile.APP1, ascii("http://ns.adobe.com/xap/1.0/\0 who"));
    full = JpegFile.withSegment(full, APP13, ascii("Photoshop 3.0\0 where"));
    full = JpegFile.withSegment(full, JpegFile.APP2, ascii("MPF\0 further pictures"));
    return JpegFile.withSegment(full, COM, ascii("why"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aWholeFileIsCopiedWithAllItsBits(byte[] file) throws IOException {
    byte[] copy = whole(file, PLAIN);
    assertArrayEquals(scan(file), scan(copy));
    assertEquals(Picture.of(DECODER, file), Picture.of(DECODER, copy));
    assertEquals(JpegFile.readByJdk(file), JpegFile.readByJdk(copy));
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatIsPrivateStaysBehindUnlessItIsToBeKept(byte[] file) throws IOException {
    byte[] full = withPrivateThings(file);
    assertArrayEquals(whole(file, PLAIN), whole(full, PLAIN));
    byte[] kept = whole(full, KEEPING);
    for (String thing : List.of("here it was", "\0 who", "\0 where", "why")) {
      assertTrue(contains(kept, thing), thing);
    }
    assertFalse(contains(kept, "MPF"));
    assertEquals(Picture.of(DECODER, file), Picture.of(DECODER, kept));
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatFollowsThePictureIsNotSent(byte[] file) throws IOException {
    byte[] two = Arrays.copyOf(file, 2 * file.length + 100);
    System.arraycopy(file, 0, two, file.length + 50, file.length);
    assertArrayEquals(whole(file, PLAIN), whole(two, PLAIN));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileWithoutEndIsNotCopied(byte[] file) throws IOException {
    byte[] cut = Arrays.copyOf(file, file.length - 2);
    Rectangle whole = size(file).whole();
    assertTrue(part(cut, whole, Orientation.UPRIGHT, PLAIN).isEmpty());
  }

  private static JpegPart.Whole known(byte[] file, EncodeOptions options) throws IOException {
    try (DecodedImage image = DECODER.open(new BytesContent(file))) {
      Rectangle region = image.facts().storedSize().whole();
      return image
          .jpeg(0)
          .orElseThrow()
          .part(region, Orientation.UPRIGHT, false)
          .flatMap(part -> part.whole(options))
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theLengthIsKnownBefore(byte[] file) throws IOException {
    for (byte[] each : List.of(file, withPrivateThings(file))) {
      for (EncodeOptions options : List.of(PLAIN, KEEPING)) {
        assertEquals(whole(each, options).length, known(each, options).length());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileOfWhichNothingIsLeftOutIsSentAsItIs(byte[] file) throws IOException {
    assertTrue(known(file, PLAIN).verbatim());
    assertArrayEquals(file, whole(file, PLAIN));
    byte[] commented = JpegFile.withSegment(file, COM, ascii("why"));
    assertFalse(known(commented, PLAIN).verbatim());
    assertTrue(known(commented, KEEPING).verbatim());
    assertArrayEquals(commented, whole(commented, KEEPING));
    byte[] followed = Arrays.copyOf(file, file.length + 9);
    assertTrue(known(followed, PLAIN).verbatim());
    assertEquals(file.length, known(followed, PLAIN).length());
  }

  @Test
  void aProfileKeepsAFileAsItIsOnlyWhereItIsToBeEmbedded() throws IOException {
    byte[] profile = ascii("ICC_PROFILE\0\1\1 profile");
    byte[] file = JpegFile.withSegment(files().getFirst(), JpegFile.APP2, profile);
    assertFalse(known(file, PLAIN).verbatim());
    EncodeOptions embedding = new EncodeOptions(80, false, ascii(" profile"), null);
    assertTrue(known(file, embedding).verbatim());
    assertFalse(known(files().getFirst(), embedding).verbatim());
  }

  @Test
  void aScanThatIsInterruptedByDamageIsNotCopied() throws IOException {
    byte[] file = files().getFirst();
    int middle = (JpegFile.find(file, JpegFile.SOS) + file.length) / 2;
    byte[] segment = {(byte) 0xFF, (byte) COM, 0, 4, 1, 1};
    System.arraycopy(segment, 0, file, middle, segment.length);
    Rectangle whole = size(file).whole();
    assertTrue(part(file, whole, Orientation.UPRIGHT, PLAIN).isEmpty());
  }

  @Test
  void anotherPacketTakesThePlaceOfItsOwn() throws IOException {
    byte[] full = withPrivateThings(files().getFirst());
    XmpPacket packet =
        XmpPacket.of(
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">new</rdf:RDF>");
    byte[] copy = whole(full, new EncodeOptions(80, false, null, packet, true, List.of()));
    assertTrue(contains(copy, ">new<"));
    assertFalse(contains(copy, "\0 who"));
    assertTrue(contains(copy, "here it was"));
  }

  @Test
  void exifThatWouldTurnThePictureAgainIsNotKept() throws IOException {
    byte[] exif = {
      'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6,
      0, 0, 0, 0, 0, 0
    };
    byte[] file = JpegFile.withSegment(files().getFirst(), JpegFile.APP1, exif);
    assertFalse(contains(whole(file, KEEPING), "Exif"));
  }

  @Test
  void aThumbnailInTheJfifSegmentIsLeftOut() throws IOException {
    byte[] bare = JpegFile.without(files().getFirst(), Set.of(JpegFile.APP0));
    byte[] jfif = {
      'J', 'F', 'I', 'F', 0, 1, 2, 1, 0, 72, 0, 72, 1, 1, 10, 20, 30,
    };
    byte[] copy = whole(JpegFile.withSegment(bare, JpegFile.APP0, jfif), PLAIN);
    byte[] plain = Arrays.copyOf(jfif, 14);
    plain[12] = 0;
    plain[13] = 0;
    assertArrayEquals(JpegFile.withSegment(bare, JpegFile.APP0, plain), copy);
  }

  @Test
  void whatStandsBehindTheFieldsOfTheAdobeSegmentIsLeftOut() throws IOException {
    byte[] bare = JpegFile.without(files().getFirst(), Set.of(JpegFile.APP0));
    byte[] adobe = ascii("Adobe\0\144\0\0\0\0\1 who");
    byte[] file = JpegFile.withSegment(bare, APP14, adobe);
    byte[] plain = JpegFile.withSegment(bare, APP14, Arrays.copyOf(adobe, 12));
    assertArrayEquals(plain, whole(file, PLAIN));
    assertEquals(plain.length, known(file, PLAIN).length());
    assertTrue(known(plain, PLAIN).verbatim());
  }

  @ParameterizedTest
  @MethodSource("files")
  void aPartBetweenMcusHasTheBlocksOfTheWhole(byte[] file) throws IOException {
    // Within one MCU of the edge colours are mixed from neighbours that the part does not have.
    Picture whole = Picture.of(DECODER, file);
    Random random = new Random(file.length);
    for (int i = 0; i < 10; i++) {
      int x = 16 * random.nextInt(whole.width() / 16);
      int y = 16 * random.nextInt(whole.height() / 16);
      int width = Math.min(16 * (3 + random.nextInt(5)), whole.width() - x);
      int height = Math.min(16 * (3 + random.nextInt(5)), whole.height() - y);
      Rectangle region = new Rectangle(x, y, width, height);
      Optional<byte[]> cut = part(file, region, Orientation.UPRIGHT, PLAIN);
      if (cut.isPresent()) {
        Picture picture = Picture.of(DECODER, cut.get());
        Picture expected = whole.part(region);
        assertEquals(region.size(), new Dimensions(picture.width(), picture.height()));
        if (width > 2 && height > 2) {
          Rectangle inner = new Rectangle(1, 1, width - 2, height - 2);
          assertEquals(expected.part(inner), picture.part(inner), region.toString());
        }
      }
    }
  }

  @Test
  void aPartOfALargePictureIsCutOutByTheIndex() throws IOException {
    byte[] file = JpegFile.of(1, 1, 1, 1, 1, 1).write(JpegFile.waves(2000, 1100, PixelLayout.RGB));
    Picture whole = Picture.of(DECODER, file);
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = DECODER.open(content)) {
      for (int i = 0; i < 3; i++) {
        long before = content.bytesRead();
        Rectangle region = new Rectangle(1744, 512 + 256 * (i / 2), 256, 256);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JpegPart part =
            image.jpeg(0).orElseThrow().part(region, Orientation.UPRIGHT, false).orElseThrow();
        part.writeTo(PLAIN, out);
        assertEquals(whole.part(region), Picture.of(DECODER, out.toByteArray()));
        assertTrue(i == 0 || content.bytesRead() - before < file.length / 4);
      }
    }
  }

  @Test
  void partsAcrossMcusAreNotCutOut() throws IOException {
    byte[] file = JpegFile.of(2, 2, 1, 1, 1, 1).write(JpegFile.waves(99, 99, PixelLayout.RGB));
    for (Rectangle region : List.of(new Rectangle(8, 0, 16, 16), new Rectangle(0, 0, 90, 16))) {
      assertTrue(part(file, region, Orientation.UPRIGHT, PLAIN).isEmpty());
    }
  }
}
