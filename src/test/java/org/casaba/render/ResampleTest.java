package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.Quality;
import org.casaba.render.RenderSettings.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ResampleTest {
  private static final Dimensions SIZE = new Dimensions(127, 83);

  @Test
  void sameSizeIsTheRowsThemselves() throws IOException {
    Window window = new Window(17, 5, 40, 30);
    Resample resample = Resample.of(window, SIZE, new Dimensions(40, 30), Filter.LANCZOS3);
    assertEquals(new Rectangle(17, 5, 40, 30), resample.source());
    PictureRows rows = Picture.filled(40, 30, -1).rows(PixelLayout.RGB);
    assertSame(rows, resample.apply(rows));
  }

  @Test
  void roundingOfThePlanDoesNotMakeACopyAResampling() throws IOException {
    Window window = new Window(16.9999999999, 5.0000000001, 40.0000000001, 29.9999999999);
    Resample resample = Resample.of(window, SIZE, new Dimensions(40, 30), Filter.LANCZOS3);
    assertEquals(new Rectangle(17, 5, 40, 30), resample.source());
  }

  @ParameterizedTest
  @CsvSource({
    "BOX, 40, 20, 40, 20",
    "TRIANGLE, 39, 19, 42, 22",
    "CATMULL_ROM, 37, 17, 46, 26",
    "LANCZOS3, 35, 15, 50, 30"
  })
  void aHalvedWindowNeedsTwiceTheRadiusAround(Filter filter, int x, int y, int w, int h)
      throws IOException {
    Window window = new Window(40, 20, 40, 20);
    Resample resample = Resample.of(window, SIZE, new Dimensions(20, 10), filter);
    assertEquals(new Rectangle(x, y, w, h), resample.source());
  }

  @ParameterizedTest
  @EnumSource
  void equalsTheDefinition(Filter filter) throws IOException {
    Random random = new Random(filter.ordinal());
    for (int i = 0; i < 40; i++) {
      PixelLayout layout = PixelLayout.values()[i % 4];
      Picture picture = Picture.random(i, SIZE.width(), SIZE.height(), layout);
      double x = random.nextDouble() * 126;
      double y = random.nextDouble() * 82;
      Window window =
          new Window(
              x, y, random.nextDouble() * (127 - x) + 1e-3, random.nextDouble() * (83 - y) + 1e-3);
      Dimensions size = new Dimensions(1 + random.nextInt(150), 1 + random.nextInt(100));
      assertClose(picture, layout, window, size, filter);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127, 83",
    "127, 20",
    "20, 83",
    "254, 166",
    "126, 82",
    "128, 84",
    "1, 1",
    "1, 83",
    "127, 1",
    "381, 7",
    "5, 249"
  })
  void wholePictureEqualsTheDefinition(int width, int height) throws IOException {
    Picture picture = Picture.random(7, SIZE.width(), SIZE.height(), PixelLayout.RGB);
    Window all = Window.of(SIZE.whole());
    Dimensions size = new Dimensions(width, height);
    for (Filter filter : Filter.values()) {
      assertClose(picture, PixelLayout.RGB, all, size, filter);
    }
  }

  @Test
  void onePixelBecomesAFlatPicture() throws IOException {
    Picture pixel = Picture.filled(1, 1, 0x80336699);
    Picture large = resampled(pixel, PixelLayout.RGBA, new Window(0.25, 0.5, 0.5, 0.1), 9, 7);
    assertEquals(0, large.distance(Picture.filled(9, 7, 0x80336699)));
  }

  @ParameterizedTest
  @EnumSource
  void flatStaysFlat(Filter filter) throws IOException {
    for (int argb : new int[] {0xff000000, 0xffffffff, 0xfffefefe, 0xff010101, 0xff7f8081}) {
      Picture flat = Picture.filled(127, 83, argb);
      Window window = new Window(1.3, 2.7, 100.1, 77.7);
      Resample resample = Resample.of(window, SIZE, new Dimensions(31, 90), filter);
      Picture part = flat.part(resample.source());
      try (PixelRows rows = resample.apply(part.rows(PixelLayout.RGB))) {
        assertEquals(0, Picture.of(rows).distance(Picture.filled(31, 90, argb)));
      }
    }
  }

  @Test
  void transparentNeighboursLendNoColor() throws IOException {
    Picture picture = Picture.filled(64, 64, 0x00ff0000);
    for (int y = 20; y < 40; y++) {
      java.util.Arrays.fill(picture.argb(), y * 64 + 20, y * 64 + 40, 0xff3366cc);
    }
    for (int size : new int[] {17, 45, 64, 111}) {
      Window all = new Window(0, 0, 64, 63.5);
      Picture scaled = resampled(picture, PixelLayout.RGBA, all, size, size);
      for (int argb : scaled.argb()) {
        if (argb >>> 24 > 0) {
          assertEquals(0x3366cc, argb & 0xffffff, "opacity " + (argb >>> 24));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 16", "0.3, 24", "0.125, 8", "1.5, 60", "2, 64"})
  void tilesMakeUpTheWhole(double scale, int tile) throws IOException {
    Dimensions size = new Dimensions((int) (240 * scale), (int) (160 * scale));
    Picture picture = Picture.random(3, 240, 160, PixelLayout.RGB);
    Window all = Window.of(picture.size().whole());
    Picture whole = resampled(picture, PixelLayout.RGB, all, size.width(), size.height());
    for (int y = 0; y < size.height(); y += tile) {
      for (int x = 0; x < size.width(); x += tile) {
        int w = Math.min(tile, size.width() - x);
        int h = Math.min(tile, size.height() - y);
        Window window = new Window(x / scale, y / scale, w / scale, h / scale);
        Picture part = resampled(picture, PixelLayout.RGB, window, w, h);
        double distance = part.distance(whole.part(new Rectangle(x, y, w, h)));
        assertTrue(distance <= 1, () -> "seam of " + distance);
      }
    }
  }

  @Test
  void aVeryWidePictureTakesLittleMemory() throws IOException {
    Dimensions size = new Dimensions(79508, 600);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (Dimensions scaled : new Dimensions[] {new Dimensions(1999, 15), size}) {
      Window window = new Window(0, 0.25, size.width(), size.height() - 0.25);
      Resample resample = Resample.of(window, size, scaled, Filter.CATMULL_ROM);
      try (PixelRows rows = resample.apply(new Stripes(resample.source().size()))) {
        byte[] row = new byte[scaled.width() * 3];
        for (int y = 0; y < scaled.height(); y++) {
          rows.next(row);
        }
        assertThrows(IllegalStateException.class, () -> rows.next(row));
      }
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 40 << 20, () -> (allocated >> 20) + " MB for both");
  }

  @Test
  void absurdLengthsAreRefusedBeforeAnythingIsAllocated() {
    Dimensions size = new Dimensions(1, Integer.MAX_VALUE);
    Window all = Window.of(size.whole());
    assertThrows(
        UnsupportedImageException.class,
        () -> Resample.of(all, size, new Dimensions(1, 1), Filter.LANCZOS3));
  }

  @Test
  void closingClosesTheSource() throws IOException {
    PictureRows rows = Picture.filled(127, 83, -1).rows(PixelLayout.RGB);
    Window all = Window.of(SIZE.whole());
    Resample.of(all, SIZE, new Dimensions(9, 9), Filter.BOX).apply(rows).close();
    assertTrue(rows.isClosed());
  }

  private static Picture resampled(
      Picture picture, PixelLayout layout, Window window, int width, int height)
      throws IOException {
    return resampled(picture, layout, window, new Dimensions(width, height), Filter.CATMULL_ROM);
  }

  private static Picture resampled(
      Picture picture, PixelLayout layout, Window window, Dimensions size, Filter filter)
      throws IOException {
    Resample resample = Resample.of(window, picture.size(), size, filter);
    PictureRows source = picture.part(resample.source()).rows(layout);
    try (PixelRows rows = resample.apply(source)) {
      return Picture.of(rows);
    }
  }

  private static void assertClose(
      Picture picture, PixelLayout layout, Window window, Dimensions size, Filter filter)
      throws IOException {
    ReferenceRenderer.Kernel kernel = ReferenceRenderer.Kernel.valueOf(filter.name());
    Picture expected =
        ReferenceRenderer.render(picture, window, size, false, 0, Quality.DEFAULT, kernel);
    double distance = resampled(picture, layout, window, size, filter).distance(expected);
    // Rounding ties may fall either way; with opacity, colour and opacity are rounded one by one.
    double tolerance = layout.alpha() ? 1.5 : 1;
    assertTrue(
        distance <= tolerance,
        () -> distance + " levels off: " + layout + " " + window + " to " + size);
  }

  /** Rows without end of memory: vertical stripes. */
  private record Stripes(Dimensions size) implements PixelRows {
    @Override
    public int width() {
      return size.width();
    }

    @Override
    public int height() {
      return size.height();
    }

    @Override
    public PixelLayout layout() {
      return PixelLayout.RGB;
    }

    @Override
    public void next(byte[] row) {
      java.util.Arrays.fill(row, 0, row.length / 2, (byte) 200);
    }

    @Override
    public void close() {}
  }
}
