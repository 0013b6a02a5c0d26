package org.casaba.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.casaba.deployment.RawRequest.Answer;
import org.casaba.deployment.ServerProcess;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Window;
import org.casaba.iiif.Quality;
import org.casaba.render.Picture;
import org.casaba.render.ReferenceRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures that the built WAR answers, held against a reference that is computed plainly from the
 * definitions. Tolerance: PSNR of 40 dB for lossless formats, 30 dB for JPEG at the default
 * quality, 24 dB for the 256 colours of a GIF; transparent pixels compare by their opacity alone.
 * What fails is left under {@code target/failed-pictures}.
 */
class PixelsIT {
  private static final Picture PRIME = Picture.of(Pictures.prime());
  private static final int W = Pictures.WIDTH;
  private static final int H = Pictures.HEIGHT;

  @TempDir static Path images;
  private static ServerProcess server;

  /** A request and what it means. */
  record Case(
      String parameters,
      Window region,
      Dimensions size,
      boolean mirror,
      double rotation,
      Quality quality) {
    @Override
    public String toString() {
      return parameters;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    Pictures.writeAll(images);
    server = ServerProcess.standalone("--images=" + images);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    Window full = new Window(0, 0, W, H);
    add(cases, "full", full);
    add(cases, "square", new Window((W - H) / 2, 0, H, H));
    add(cases, "100,50,200,150", new Window(100, 50, 200, 150));
    add(cases, "500,300,500,500", new Window(500, 300, W - 500, H - 300));
    add(cases, "pct:25,25,50,50", new Window(150, 99, 301, 199));
    add(cases, "pct:33.3,10.5,20.25,70", new Window(200, 42, 122, 278));
    add(cases, "17,23,1,1", new Window(17, 23, 1, 1));
    for (String format : new String[] {"png", "tif", "gif", "jpg"}) {
      for (String quality : new String[] {"default", "color", "gray", "bitonal"}) {
        Quality q = Quality.of(quality).orElseThrow();
        String last = quality + "." + format;
        cases.add(new Case("full/max/0/" + last, full, new Dimensions(W, H), false, 0, q));
        cases.add(new Case("full/200,/!90/" + last, full, new Dimensions(200, 132), true, 90, q));
      }
    }
    for (String rotation : new String[] {"90", "180", "270", "360", "45", "22.5", "301.7"}) {
      for (String mirror : new String[] {"", "!"}) {
        cases.add(
            new Case(
                "full/301,/" + mirror + rotation + "/default.png",
                full,
                new Dimensions(301, 199),
                !mirror.isEmpty(),
                Double.parseDouble(rotation),
                Quality.DEFAULT));
      }
    }
    return cases.stream();
  }

  private static void add(List<Case> cases, String region, Window window) {
    int w = (int) window.width();
    int h = (int) window.height();
    size(cases, region, window, "max", w, h);
    if (w > 10) {
      size(cases, region, window, "77,", 77, (int) Math.round(77.0 * h / w));
      size(cases, region, window, ",61", (int) Math.round(61.0 * w / h), 61);
      size(cases, region, window, "60,90", 60, 90);
      size(cases, region, window, "pct:37.5", Math.round(w * 0.375f), Math.round(h * 0.375f));
    }
    size(cases, region, window, "^" + 2 * w + ",", 2 * w, 2 * h);
    size(cases, region, window, "^pct:150", (int) Math.round(w * 1.5), (int) Math.round(h * 1.5));
  }

  private static void size(
      List<Case> cases, String region, Window window, String size, int w, int h) {
    String parameters = region + "/" + size + "/0/default.png";
    cases.add(new Case(parameters, window, new Dimensions(w, h), false, 0, Quality.DEFAULT));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerShowsWhatTheSpecificationDescribes(Case c) throws Exception {
    Answer response = server.get("iiif/3/prime.png/" + c.parameters());
    assertEquals(200, response.status(), response.text());
    Picture expected =
        ReferenceRenderer.render(
            PRIME, c.region(), c.size(), c.mirror(), c.rotation(), c.quality());
    String format = c.parameters().substring(c.parameters().lastIndexOf('.') + 1);
    Picture got = picture(response);
    double tolerance =
        switch (format) {
          case "jpg" -> c.quality() == Quality.BITONAL ? 20 : 30;
          case "gif" -> 24;
          default -> c.quality() == Quality.BITONAL && c.rotation() != 0 ? 25 : 40;
        };
    compare(c, expected, got, tolerance);
    if (!c.parameters().contains("^")
        && c.parameters().matches("(full|square|[0-9,]+|pct:[0-9.,]+)/(max|[0-9,]+)/.*")) {
      Answer two = server.get("iiif/2/prime.png/" + c.parameters());
      assertEquals(response.header("ETag"), two.header("ETag"));
    }
  }

  private static void compare(Case c, Picture expected, Picture got, double tolerance)
      throws IOException {
    int dx = got.width() - expected.width();
    int dy = got.height() - expected.height();
    boolean right = c.rotation() % 90 == 0;
    assertTrue(right ? dx == 0 && dy == 0 : Math.abs(dx) <= 1 && Math.abs(dy) <= 1, "size");
    double squares = 0;
    int w = Math.min(got.width(), expected.width());
    int h = Math.min(got.height(), expected.height());
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int a = expected.argb()[y * expected.width() + x];
        int b = got.argb()[y * got.width() + x];
        squares += difference(a, b);
      }
    }
    double psnr = 10 * Math.log10(255.0 * 255 * 3 * w * h / Math.max(squares, 1e-9));
    double enough = right ? tolerance : Math.min(tolerance, 30);
    if (psnr < enough) {
      Path folder = Files.createDirectories(Path.of("target", "failed-pictures"));
      String name = c.parameters().replaceAll("[^A-Za-z0-9.,!]", "_");
      ImageIO.write(image(got), "png", folder.resolve(name + "-got.png").toFile());
      ImageIO.write(image(expected), "png", folder.resolve(name + "-expected.png").toFile());
    }
    assertTrue(psnr >= enough, "PSNR " + psnr + " dB, less than " + enough);
  }

  private static double difference(int a, int b) {
    int alphaA = a >>> 24;
    int alphaB = b >>> 24;
    double opacity = Math.min(alphaA, alphaB) / 255.0;
    double sum = 3.0 * (alphaA - alphaB) * (alphaA - alphaB);
    for (int shift = 0; shift < 24; shift += 8) {
      double d = ((a >> shift & 0xff) - (b >> shift & 0xff)) * opacity;
      sum += d * d;
    }
    return sum;
  }

  private static BufferedImage image(Picture p) {
    BufferedImage image = new BufferedImage(p.width(), p.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, p.width(), p.height(), p.argb(), 0, p.width());
    return image;
  }

  /** Gray is read as it is stored: Java would convert it as if it were linear light. */
  private static Picture picture(Answer response) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.body()));
    int w = image.getWidth();
    int h = image.getHeight();
    if (image.getColorModel().getNumColorComponents() > 1) {
      return Picture.of(image);
    }
    int[] argb = new int[w * h];
    int bits = image.getSampleModel().getSampleSize(0);
    int bands = image.getRaster().getNumBands();
    for (int i = 0; i < argb.length; i++) {
      int gray = image.getRaster().getSample(i % w, i / w, 0) * 255 / ((1 << bits) - 1);
      int alpha = bands == 1 ? 255 : image.getRaster().getSample(i % w, i / w, 1);
      argb[i] = alpha << 24 | gray * 0x10101;
    }
    return new Picture(w, h, argb);
  }
}
