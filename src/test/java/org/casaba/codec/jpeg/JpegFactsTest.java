package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a file from its headers. */
final class JpegFactsTest {
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private final byte[] plain =
      JpegFile.of(1, 1, 1, 1, 1, 1).write(JpegFile.waves(30, 20, PixelLayout.RGB));

  JpegFactsTest() throws IOException {}

  @Test
  void isRecognisedByItsFirstBytes() {
    JpegDecoder decoder = new JpegDecoder(TestedLibrary.JPEG);
    assertTrue(decoder.recognises(ByteBuffer.wrap(plain, 0, 64)));
    assertFalse(decoder.recognises(ByteBuffer.wrap(plain, 1, 64)));
    assertFalse(decoder.recognises(ByteBuffer.wrap(plain, 0, 2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void orientationIsThatOfExif(int value) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      byte[] file = JpegFile.withSegment(plain, JpegFile.APP1, exif(order, 0x0112, value));
      assertEquals(Orientation.ofExif(value), orientation(file));
    }
  }

  @Test
  void noOrWrongExifIsUpright() throws IOException {
    byte[] other = exif(ByteOrder.BIG_ENDIAN, 0x0100, 6);
    byte[] impossible = exif(ByteOrder.BIG_ENDIAN, 0x0112, 9);
    byte[] full = exif(ByteOrder.BIG_ENDIAN, 0x0112, 6);
    assertEquals(Orientation.UPRIGHT, orientation(plain));
    for (byte[] exif : new byte[][] {other, impossible, Arrays.copyOf(full, 20), new byte[0]}) {
      assertEquals(
          Orientation.UPRIGHT, orientation(JpegFile.withSegment(plain, JpegFile.APP1, exif)));
    }
  }

  private static byte[] exif(ByteOrder order, int tag, int value) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4).put(new byte[] {'E', 'x', 'i', 'f'});
    exif.position(6).order(order);
    exif.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4D4D : 0x4949));
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) tag).putShort((short) 3).putInt(1).putShort((short) value);
    return exif.putShort((short) 0).putInt(8).array();
  }

  private static Orientation orientation(byte[] file) throws IOException {
    try (DecodedImage image = open(file)) {
      return image.facts().orientation();
    }
  }

  @Test
  void aProfileInPartsIsPutTogether() throws IOException {
    int cut = 1000;
    byte[] first = JpegFile.iccPart(1, 2, Arrays.copyOf(SRGB, cut));
    byte[] second = JpegFile.iccPart(2, 2, Arrays.copyOfRange(SRGB, cut, SRGB.length));
    byte[] file = JpegFile.withSegment(plain, JpegFile.APP2, first);
    assertArrayEquals(
        SRGB, profile(JpegFile.withSegment(file, JpegFile.APP2, second)).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "0, 1", "2, 1", "1, 0", "2, 2"})
  void wronglyNumberedPartsAreNoProfile(int number, int count) throws IOException {
    byte[] part = JpegFile.iccPart(number, count, SRGB);
    assertEquals(Optional.empty(), profile(JpegFile.withSegment(plain, JpegFile.APP2, part)));
  }

  @Test
  void aPartThatComesTwiceIsNoProfile() throws IOException {
    byte[] part = JpegFile.iccPart(1, 1, SRGB);
    byte[] file = JpegFile.withSegment(plain, JpegFile.APP2, part);
    assertEquals(Optional.empty(), profile(JpegFile.withSegment(file, JpegFile.APP2, part)));
  }

  @ParameterizedTest
  @CsvSource({"'RGB ', true", "GRAY, false", "CMYK, false", "'Lab ', false"})
  void onlyProfilesOfTheRowsColorSpaceArePassedOn(String space, boolean passed) throws IOException {
    byte[] part = JpegFile.iccPart(1, 1, ReadBack.profile(space));
    Optional<byte[]> profile = profile(JpegFile.withSegment(plain, JpegFile.APP2, part));
    assertEquals(passed, profile.isPresent());
  }

  private static Optional<byte[]> profile(byte[] file) throws IOException {
    try (DecodedImage image = open(file)) {
      return image.iccProfile();
    }
  }

  /** Frame headers by one changed byte: its place behind the marker, and its value. */
  @ParameterizedTest
  @CsvSource({
    "4, 12", // bits
    "1, 195", // lossless
    "1, 201", // arithmetic
    "1, 197", // hierarchical
  })
  void otherProcessesAreUnsupported(int place, int value) {
    byte[] file = plain.clone();
    file[JpegFile.find(file, JpegFile.SOF0) + place] = (byte) value;
    assertThrows(UnsupportedImageException.class, () -> open(file));
  }

  @Test
  void arithmeticCodingIsUnsupported() {
    assertThrows(UnsupportedImageException.class, () -> open(JpegDecoderTest.file("arithmetic")));
  }

  @Test
  void aHeightThatComesLaterIsUnsupported() {
    byte[] file = plain.clone();
    file[JpegFile.find(file, JpegFile.SOF0) + 6] = 0;
    assertThrows(UnsupportedImageException.class, () -> open(file));
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0", // width
    "9, 0", // components
    "9, 2", "11, 81", // sampling factors
    "11, 16", "12, 4", // quantization table
  })
  void impossibleFramesAreDamaged(int place, int value) {
    byte[] file = plain.clone();
    file[JpegFile.find(file, JpegFile.SOF0) + place] = (byte) value;
    assertThrows(DamagedImageException.class, () -> open(file));
  }

  @Test
  void moreThan65500PixelsAreDamage() {
    byte[] file = plain.clone();
    int width = JpegFile.find(file, JpegFile.SOF0) + 7;
    file[width] = (byte) 0xFF;
    file[width + 1] = (byte) 0xDD;
    assertThrows(DamagedImageException.class, () -> open(file));
  }

  private static DecodedImage open(byte[] file) throws IOException {
    return new JpegDecoder(TestedLibrary.JPEG).open(new BytesContent(file));
  }
}
