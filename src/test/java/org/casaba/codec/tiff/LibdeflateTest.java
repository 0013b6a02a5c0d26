package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelRows;
import org.casaba.codec.jpeg.JpegLibrary;
import org.casaba.codec.libdeflate.Libdeflate;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library of the host inflates what the JDK inflates, and nothing else. */
final class LibdeflateTest {
  private static final TiffDecoder JDK = new TiffDecoder();

  private Libdeflate library;

  @BeforeEach
  void load() {
    Optional<Libdeflate> found = Libdeflate.find(Libdeflate.USUAL_NAMES);
    assumeTrue(found.isPresent(), "libdeflate is missing on this machine: install libdeflate0");
    library = found.get();
  }

  @AfterEach
  void unload() {
    if (library != null) {
      library.close();
    }
  }

  private TiffDecoder helped() {
    return new TiffDecoder(new Libraries(JpegLibrary.NONE, library));
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(stream)) {
      deflater.write(bytes);
    }
    return stream.toByteArray();
  }

  /** Two megabytes are more than is lent to the library on the heap. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 1 << 20, 2 << 20})
  void inflatesExactlyTheLengthThatIsExpected(int length) throws IOException {
    byte[] bytes = new byte[length];
    Random random = new Random(length);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(20);
    }
    byte[] stored = deflated(bytes);
    assertArrayEquals(bytes, library.inflate(stored, length).orElseThrow());
    byte[] followed = Arrays.copyOf(stored, stored.length + 7);
    assertArrayEquals(bytes, library.inflate(followed, length).orElseThrow());
    assertEquals(Optional.empty(), library.inflate(stored, length - 1));
    assertEquals(Optional.empty(), library.inflate(stored, length + 1));
    byte[] wrongSum = stored.clone();
    wrongSum[stored.length - 1]++;
    assertEquals(Optional.empty(), library.inflate(wrongSum, length));
    byte[] cut = Arrays.copyOf(stored, stored.length - 5);
    assertEquals(Optional.empty(), library.inflate(cut, length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb-deflate-tiles",
        "rgb-deflate-predicted-strips",
        "rgb-planar-deflate-tiles",
        "rgb16-deflate-predicted-tiles",
        "rgba-deflate-tiles",
        "cmyk-deflate-tiles"
      })
  void partsHaveTheSamePixelsEitherWay(String name) throws IOException {
    byte[] file = TiffFixture.file(name + ".tif");
    Random random = new Random(8);
    try (DecodedImage plain = JDK.open(new BytesContent(file));
        DecodedImage fast = helped().open(new BytesContent(file))) {
      int width = plain.facts().size().width();
      int height = plain.facts().size().height();
      for (int i = 0; i < 100; i++) {
        int x = random.nextInt(width);
        int y = random.nextInt(height);
        Rectangle part =
            new Rectangle(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
        assertArrayEquals(pixels(plain, part), pixels(fast, part), part + "");
      }
    }
  }

  private static byte[] pixels(DecodedImage image, Rectangle part) throws IOException {
    try (PixelRows rows = image.rows(0, part)) {
      byte[] row = new byte[rows.width() * rows.layout().bands()];
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int y = 0; y < rows.height(); y++) {
        rows.next(row);
        all.writeBytes(row);
      }
      return all.toByteArray();
    }
  }

  @Test
  void isAskedForWholeTilesAndNotForTheFirstRowsOfOne() throws IOException {
    AtomicInteger answers = new AtomicInteger();
    DeflateLibrary counted =
        new DeflateLibrary() {
          @Override
          public boolean isThere() {
            return true;
          }

          @Override
          public Optional<byte[]> inflate(byte[] stored, int length) {
            Optional<byte[]> inflated = library.inflate(stored, length);
            inflated.ifPresent(_ -> answers.incrementAndGet());
            return inflated;
          }
        };
    TiffDecoder decoder = new TiffDecoder(new Libraries(JpegLibrary.NONE, counted));
    byte[] file = TiffFixture.file("rgb-deflate-tiles.tif");
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      pixels(image, new Rectangle(0, 0, 1, 3));
      assertEquals(0, answers.get());
      pixels(image, new Rectangle(0, 0, 1, 47));
      assertTrue(answers.get() > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb-deflate-tiles", "rgb-deflate-predicted-strips"})
  void damagedFilesFailOrShowTheSame(String name) throws IOException {
    Random random = new Random(1);
    byte[] sound = TiffFixture.file(name + ".tif");
    for (int i = 0; i < 300; i++) {
      byte[] file = sound.clone();
      file[8 + random.nextInt(file.length - 8)] ^= (byte) (1 << random.nextInt(8));
      assertEquals(outcome(JDK, file), outcome(helped(), file), i + "");
    }
  }

  private static Object outcome(TiffDecoder decoder, byte[] file) throws IOException {
    try {
      return Picture.of(decoder, file);
    } catch (DamagedImageException e) {
      return e.getMessage();
    } catch (IOException | RuntimeException e) {
      return e.getClass();
    }
  }

  @Test
  void answersNothingOnceClosed() throws IOException {
    byte[] stored = deflated(new byte[100]);
    library.close();
    library.close();
    assertFalse(library.isThere());
    assertEquals(Optional.empty(), library.inflate(stored, 100));
    byte[] file = TiffFixture.file("rgb-deflate-tiles.tif");
    assertEquals(Picture.of(JDK, file), Picture.of(helped(), file));
  }
}
