package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Window;
import org.casaba.iiif.Format;
import org.casaba.iiif.Quality;
import org.casaba.plan.Alterations;
import org.casaba.plan.RenderPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said before to be taken is about what is held while a picture is drawn. */
final class DemandTest {
  private static final Dimensions TILE = new Dimensions(256, 256);
  private static final int MOST_LOOKS = 12;

  private static final Map<Format, Encoder> ENCODERS =
      Map.of(
          Format.JPG, new JpegEncoder(TestedLibrary.JPEG),
          Format.PNG, new PngEncoder(),
          Format.GIF, new GifEncoder(),
          Format.TIF, new TiffEncoder());

  private static RenderPlan plan(
      Dimensions window, Dimensions scaled, Orientation turn, double rotation, Format format) {
    Dimensions turned = turn.apply(scaled);
    int longest = turned.width() + turned.height();
    return new RenderPlan(
        0,
        new Window(0, 0, window.width(), window.height()),
        scaled,
        turn,
        rotation,
        rotation > 0 ? new Dimensions(longest, longest) : turned,
        Quality.DEFAULT,
        format,
        Alterations.NONE);
  }

  /** Takes a picture, and looks now and then what the heap holds. */
  private static final class Scales extends OutputStream {
    private final long step;
    private final long before = held();
    private long written;
    private int looks;
    private long most;

    Scales(long pixels) {
      step = Math.max(1, pixels / MOST_LOOKS / 10);
    }

    private static long held() {
      System.gc();
      Runtime machine = Runtime.getRuntime();
      return machine.totalMemory() - machine.freeMemory();
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      written += length;
      if (looks < MOST_LOOKS && written >= looks * step) {
        looks++;
        most = Math.max(most, held() - before);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "256, 256, 256, 256, UPRIGHT, 0, JPG, true",
    "2048, 2048, 512, 512, UPRIGHT, 0, PNG, true",
    "1024, 1024, 1024, 1024, TURNED_90, 0, JPG, true",
    "600, 600, 400, 400, UPRIGHT, 30, PNG, true",
    "8000, 6000, 800, 600, UPRIGHT, 0, JPG, false",
    "2000, 1500, 2000, 1500, UPRIGHT, 0, JPG, false",
    "8000, 6000, 8000, 6000, UPRIGHT, 0, JPG, false",
    "8000, 6000, 8000, 6000, UPRIGHT, 0, PNG, false",
    "8000, 6000, 8000, 6000, UPRIGHT, 0, TIF, false",
    "8000, 6000, 6000, 4500, UPRIGHT, 0, JPG, false",
    "20000, 2000, 20000, 2000, UPRIGHT, 0, JPG, false",
    "4000, 3000, 4000, 3000, TURNED_90, 0, JPG, false",
    "3000, 2000, 3000, 2000, TURNED_180, 7, PNG, false",
    "4000, 3000, 4000, 3000, UPRIGHT, 0, GIF, false"
  })
  void noMoreIsHeldThanWasSaidAndNotMuchLess(
      int width,
      int height,
      int scaledWidth,
      int scaledHeight,
      Orientation turn,
      double rotation,
      Format format,
      boolean small)
      throws IOException {
    Dimensions window = new Dimensions(width, height);
    RenderPlan plan =
        plan(window, new Dimensions(scaledWidth, scaledHeight), turn, rotation, format);
    RenderSettings settings =
        new RenderSettings(
            80, true, RenderSettings.Metadata.STRIP, 0, RenderSettings.Filter.CATMULL_ROM);
    try (Crew crew = new Crew(2, 512 << 20)) {
      Renderer renderer = new Renderer(ENCODERS::get, settings, crew);
      TiledWaves image = new TiledWaves(window, PixelLayout.RGB, TILE);
      Demand demand = renderer.demand(image, plan);
      Scales scales = new Scales(plan.canvas().area());
      renderer.draw(image, plan, null, scales);
      assertEquals(small, demand.small());
      assertTrue(scales.most <= demand.memory(), scales.most + " bytes, not " + demand.memory());
      assertTrue(demand.memory() <= 64L << 20, demand.memory() + " bytes");
    }
  }
}
