package org.casaba.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegTables;
import org.casaba.jpeg.McuIndex;
import org.casaba.jpeg.McuStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever gets into the data by an index sees what he sees who reads them from the beginning. */
final class McuIndexTest {

  /** A file in words, and the file. */
  record Sample(String name, byte[] file) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (JpegFile kind :
        List.of(
            JpegFile.of(),
            JpegFile.of(1, 1, 1, 1, 1, 1),
            JpegFile.of(2, 1, 1, 1, 1, 1),
            JpegFile.of(2, 2, 1, 1, 1, 1),
            JpegFile.of(4, 1, 1, 1, 1, 1),
            JpegFile.of(1, 1, 2, 1, 1, 1),
            JpegFile.of(1, 4, 1, 1, 1, 1))) {
      PixelLayout layout = kind.factors().isEmpty() ? PixelLayout.GRAY : PixelLayout.RGB;
      Picture picture = JpegFile.waves(421, 203, layout);
      for (int interval : List.of(0, 1, 3, 64, 65)) {
        JpegFile each = kind.restarting(interval);
        samples.add(new Sample(each.toString(), each.write(picture)));
      }
    }
    for (String name : List.of("baseline-411", "baseline-rgb", "cmyk-adobe")) {
      samples.add(new Sample(name, JpegDecoderTest.file(name)));
    }
    return samples;
  }

  private static JpegStream stream(byte[] file) throws IOException {
    return stream(JpegBytes.of(new BytesContent(file)::read));
  }

  private static JpegStream stream(JpegBytes bytes) throws IOException {
    return JpegStream.open(bytes, JpegTables.NONE, 1 << 20);
  }

  private static byte[] bands(JpegStream stream, int scale, Rectangle region, boolean indexed)
      throws IOException {
    McuIndex index = indexed ? McuIndex.of(stream.bytes(), stream.header()) : null;
    PartialPicture picture = PartialPicture.of(stream.header().frame(), scale, region);
    try (BandRows rows = stream.bands(picture, ColorTransform.FROM_MARKERS, index)) {
      int length = rows.width() * rows.bands();
      byte[] all = new byte[length * rows.height()];
      byte[] row = new byte[length];
      for (int y = 0; y < rows.height(); y++) {
        rows.next(row);
        System.arraycopy(row, 0, all, y * length, length);
      }
      return all;
    }
  }

  private static Rectangle region(Dimensions size, Random random) {
    int x = random.nextInt(size.width());
    int y = random.nextInt(size.height());
    int width = 1 + random.nextInt(size.width() - x);
    int height = 1 + random.nextInt(size.height() - y);
    return new Rectangle(x, y, width, height);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyRegionHasThePixelsThatItHasWithoutIndex(Sample sample) throws IOException {
    Random random = new Random(sample.name().hashCode());
    JpegStream stream = stream(sample.file());
    for (int scale = 1; scale <= 8; scale *= 2) {
      Dimensions size = PartialPicture.scaledSize(stream.header().frame(), scale);
      for (int i = 0; i < 10; i++) {
        Rectangle region = region(size, random);
        assertTrue(
            Arrays.equals(bands(stream, scale, region, false), bands(stream, scale, region, true)),
            scale + " " + region);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void placesAreTheLastOnesBeforeAnMcuAndInOrder(Sample sample) throws IOException {
    JpegStream stream = stream(JpegBytes.of(sample.file()));
    McuIndex index = McuIndex.of(stream.bytes(), stream.header());
    assertTrue(index.complete());
    assertEquals(0, index.before(0).mcu());
    long bits = 0;
    int mcus = 50;
    for (int mcu = 0; mcu < mcus; mcu++) {
      McuStart place = index.before(mcu);
      assertTrue(place.mcu() <= mcu && place.mcu() > mcu - 66, place.toString());
      assertTrue(place.position() * 8 + place.bit() >= bits);
      bits = place.position() * 8 + place.bit();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsDamagedIsReadOrRefusedAsWithoutIndex(Sample sample) throws IOException {
    Random random = new Random(sample.name().hashCode());
    int data = JpegFile.find(sample.file(), JpegFile.SOS) + 14;
    for (int i = 0; i < 30; i++) {
      byte[] damaged = sample.file().clone();
      damaged[data + random.nextInt(damaged.length - data)] ^= (byte) (1 + random.nextInt(255));
      if (i % 5 == 0) {
        damaged = Arrays.copyOf(damaged, data + random.nextInt(damaged.length - data));
      }
      JpegStream stream = stream(damaged);
      Dimensions size = PartialPicture.scaledSize(stream.header().frame(), 1);
      Rectangle region = region(size, random);
      byte[] expected = bandsOrNone(stream, region, false);
      byte[] found = bandsOrNone(stream, region, true);
      // An index gets around damage beside the region.
      assertTrue(expected.length == 0 || Arrays.equals(expected, found), region.toString());
    }
  }

  private static byte[] bandsOrNone(JpegStream stream, Rectangle region, boolean indexed)
      throws IOException {
    try {
      return bands(stream, 1, region, indexed);
    } catch (DamagedImageException e) {
      return new byte[0];
    }
  }

  @Test
  void anIndexEndsWhereTheDataAreCutOff() throws IOException {
    byte[] file = JpegFile.of(2, 2, 1, 1, 1, 1).write(JpegFile.waves(900, 400, PixelLayout.RGB));
    JpegStream whole = stream(file);
    JpegStream cut = stream(Arrays.copyOf(file, file.length / 2));
    McuIndex index = McuIndex.of(cut.bytes(), cut.header());
    assertFalse(index.complete());
    int mcus = 57 * 25;
    McuStart last = index.before(mcus - 1);
    assertTrue(last.mcu() > mcus / 4 && last.mcu() < mcus * 3 / 4, last.toString());
    assertEquals(McuIndex.of(whole.bytes(), whole.header()).before(last.mcu()), last);
  }

  @Test
  void aLargePictureIsReadOnceAndThenInParts() throws IOException {
    Picture picture = JpegFile.waves(2000, 1100, PixelLayout.GRAY);
    byte[] file = JpegFile.of().write(picture);
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = new JpegDecoder().open(content)) {
      Rectangle lower = new Rectangle(1700, 1000, 256, 100);
      Picture first = Picture.of(image.rows(0, lower));
      assertEquals(Picture.of(new JpegDecoder(), file).part(lower), first);
      assertTrue(image.weight() > 0);
      long before = content.bytesRead();
      assertEquals(first, Picture.of(image.rows(0, lower)));
      long read = content.bytesRead() - before;
      assertTrue(read < file.length / 8, read + " of " + file.length);
    }
  }
}
