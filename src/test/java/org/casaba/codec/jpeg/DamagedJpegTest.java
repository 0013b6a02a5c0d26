package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not whole end in an exception for it or in a picture, and soon. */
final class DamagedJpegTest {
  private static final JpegDecoder DECODER = new JpegDecoder(TestedLibrary.JPEG);

  static List<byte[]> files() throws IOException {
    Picture picture = JpegFile.waves(41, 35, PixelLayout.RGB);
    JpegFile kind = JpegFile.of(2, 2, 1, 1, 1, 1);
    byte[] profiled =
        JpegFile.withSegment(
            JpegFile.of().write(JpegFile.waves(20, 20, PixelLayout.GRAY)),
            JpegFile.APP2,
            JpegFile.iccPart(1, 1, new byte[200]));
    return List.of(
        kind.write(picture),
        kind.restarting(2).write(picture),
        kind.inProgression().write(picture),
        JpegDecoderTest.file("apart-420-restarts"),
        JpegDecoderTest.file("cmyk-adobe"),
        profiled);
  }

  @ParameterizedTest
  @MethodSource("files")
  void cutOffFilesAreDamagedUnlessOnlyTheEndMarkerIsMissing(byte[] file) throws IOException {
    Picture whole = Picture.of(DECODER, file);
    int step = Math.ceilDiv(file.length, 3000);
    for (int length = 0; length < file.length; length += step) {
      byte[] cut = Arrays.copyOf(file, length);
      if (length >= file.length - 2) {
        assertEquals(whole, Picture.of(DECODER, cut), "cut to " + length);
      } else {
        Picture read = readOrNull(cut);
        // The last bits may be nothing but filling.
        assertTrue(read == null || length > file.length - 6, "cut to " + length);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  @Timeout(60)
  void changedBytesGiveAnExceptionOrAPicture(byte[] file) throws IOException {
    Random random = new Random(file.length);
    for (int i = 0; i < 800; i++) {
      byte[] changed = file.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        changed[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      readEveryLevel(changed);
    }
  }

  /** Reads a file, unless it says that it is so large that a picture of it takes its time. */
  private static void readEveryLevel(byte[] file) throws IOException {
    try (DecodedImage image = DECODER.open(new BytesContent(file))) {
      if (image.facts().storedSize().area() > 1 << 18) {
        return;
      }
      for (int level = 0; level < image.facts().levels().size(); level++) {
        Picture.of(image.rows(level, image.facts().levels().get(level).size().whole()));
      }
    } catch (DamagedImageException | UnsupportedImageException e) {
      assertTrue(e.getMessage() != null);
    }
  }

  private static Picture readOrNull(byte[] file) throws IOException {
    try {
      return Picture.of(DECODER, file);
    } catch (DamagedImageException e) {
      return null;
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatFollowsTheEndIsNotRead(byte[] file) throws IOException {
    byte[] longer = new byte[file.length + 5000];
    new Random(1).nextBytes(longer);
    System.arraycopy(file, 0, longer, 0, file.length);
    assertEquals(Picture.of(DECODER, file), Picture.of(DECODER, longer));
  }

  @Test
  void aMissingRestartMarkerIsDamage() throws IOException {
    byte[] file = JpegFile.of().restarting(1).write(JpegFile.waves(40, 8, PixelLayout.GRAY));
    int at = file.length - 3;
    while ((file[at] & 0xFF) != 0xFF || (file[at + 1] & 0xF8) != 0xD0) {
      at--;
    }
    file[at + 1] ^= 1;
    assertThrows(DamagedImageException.class, () -> Picture.of(DECODER, file));
  }

  @Test
  void thousandsOfScansAreRefused() throws IOException {
    byte[] file = JpegFile.of().inProgression().write(JpegFile.waves(16, 16, PixelLayout.GRAY));
    int scan = JpegFile.find(file, JpegFile.SOS);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(file, 0, file.length - 2);
    byte[] refinement = {-1, (byte) 0xDA, 0, 8, 1, file[scan + 5], 0, 0, 0, 0x10, 0};
    for (int i = 0; i < 2000; i++) {
      bomb.writeBytes(refinement);
    }
    assertThrows(UnsupportedImageException.class, () -> Picture.of(DECODER, bomb.toByteArray()));
  }

  @Test
  void aProgressivePictureBeyondReasonIsRefusedBeforeAnythingIsStored() throws IOException {
    byte[] file =
        JpegFile.of(1, 1, 1, 1, 1, 1)
            .inProgression()
            .write(JpegFile.waves(16, 16, PixelLayout.RGB));
    int frame = JpegFile.find(file, 0xC2);
    for (int i = 0; i < 4; i++) {
      file[frame + 5 + i] = (byte) 0xFE;
    }
    try (DecodedImage image = DECODER.open(new BytesContent(file));
        var rows = image.rows(0, image.facts().storedSize().whole())) {
      byte[] row = new byte[3 * rows.width()];
      assertThrows(UnsupportedImageException.class, () -> rows.next(row));
    }
  }

  @Test
  void anEmptyFileIsDamaged() {
    assertThrows(DamagedImageException.class, () -> DECODER.open(new BytesContent(new byte[0])));
  }
}
