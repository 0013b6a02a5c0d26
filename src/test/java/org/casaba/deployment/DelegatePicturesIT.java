package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Window;
import org.casaba.iiif.Quality;
import org.casaba.render.Picture;
import org.casaba.render.ReferenceRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a script has done to pictures, in the built WAR, over HTTP: held against a picture that was
 * blackened, or composed, beforehand. Tolerance: PSNR of 40 dB; of 30 dB where the picture is
 * rotated by no right angle; of 25 dB, that is one pixel of 300, for black and white.
 */
final class DelegatePicturesIT {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final int BLUE = 0x800000ff;

  private static final String SCRIPT =
      """
      function redactions(context) {
        if (context.identifier !== 'secret.png') return [];
        if (context.cookies.who === 'anna') return [{x: 0, y: 0, width: 40, height: 30}];
        return [{x: 100, y: 60, width: 120, height: 90}];
      }
      function overlay(context) {
        return context.identifier === 'laid.png'
            ? {image: 'logo.png', position: 'bottom left', inset: 7} : null;
      }
      function metadata(context) {
        return context.identifier === 'laid.png' ? '<rdf:RDF'
            + ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description'
            + ' rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            + ' dc:source="Casaba 4711"/></rdf:RDF>' : null;
      }
      """;

  @TempDir static Path folder;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    for (String name : new String[] {"secret.png", "laid.png"}) {
      ImageIO.write(image(), "png", folder.resolve(name).toFile());
    }
    BufferedImage logo = new BufferedImage(50, 20, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 1000; i++) {
      logo.setRGB(i % 50, i / 50, i % 50 < 5 ? 0xffff0000 : BLUE);
    }
    Path overlays = Files.createDirectory(folder.resolve("overlays"));
    ImageIO.write(logo, "png", overlays.resolve("logo.png").toFile());
    Path script = Files.writeString(folder.resolve("delegates.js"), SCRIPT);
    Path file = folder.resolve("casaba.properties");
    Files.writeString(file, "delegate.script = " + script + "\noverlay.folder = " + overlays);
    server = ServerProcess.standalone("--images=" + folder, "--config=" + file);
    DelegateReady.await(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "full/max/0/default, 0, 0, 420, 300, 420, 300, false, 0, 40",
    "'full/210,/0/default', 0, 0, 420, 300, 210, 150, false, 0, 40",
    "'full/133,95/0/default', 0, 0, 420, 300, 133, 95, false, 0, 30",
    "'150,100,200,150/max/0/default', 150, 100, 200, 150, 200, 150, false, 0, 40",
    "full/max/90/default, 0, 0, 420, 300, 420, 300, false, 90, 40",
    "full/max/!0/default, 0, 0, 420, 300, 420, 300, true, 0, 40",
    "full/max/30/default, 0, 0, 420, 300, 420, 300, false, 30, 30",
    "full/max/0/gray, 0, 0, 420, 300, 420, 300, false, 0, 40",
    "full/max/0/bitonal, 0, 0, 420, 300, 420, 300, false, 0, 25"
  })
  void aRedactedPictureIsAsIfItHadBeenBlackBefore(
      String parameters,
      int x,
      int y,
      int w,
      int h,
      int toW,
      int toH,
      boolean mirror,
      int turn,
      double tolerance)
      throws IOException {
    Quality quality =
        Quality.of(parameters.substring(parameters.lastIndexOf('/') + 1)).orElseThrow();
    Picture expected =
        ReferenceRenderer.render(
            Picture.of(blackened(100, 60, 120, 90)),
            new Window(x, y, w, h),
            new Dimensions(toW, toH),
            mirror,
            turn,
            quality);
    Picture got = picture("secret.png/" + parameters + ".png");
    double near = likeness(expected, got);
    assertTrue(near >= tolerance, parameters + ": " + near + " dB");
    Picture plain = picture("laid.png/" + parameters + ".png");
    assertTrue(likeness(plain, got) < 20, "without the redaction it would be another one");
  }

  @ParameterizedTest
  @CsvSource({"js", "py"})
  void nothingOfTheForbiddenQuarterShowsBesideIt(String language) throws IOException {
    Path images = Files.createDirectory(folder.resolve("quarter-" + language));
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1600; i++) {
      boolean forbidden = i % 40 >= 20 && i / 40 >= 20;
      image.setRGB(i % 40, i / 40, forbidden ? 0xff0000 : 0x0000ff);
    }
    ImageIO.write(image, "png", images.resolve("image.png").toFile());
    Path file = images.resolve("casaba.properties");
    Path script = Path.of("delegates/forbidden-quarter." + language).toAbsolutePath();
    Files.writeString(file, "delegate.script = " + script + "\nlimits.max_scale = 20");
    try (ServerProcess beside =
        ServerProcess.standalone("--images=" + images, "--config=" + file)) {
      DelegateReady.await(beside);
      for (String part : new String[] {"0,20,20,20/^200,200", "20,10,20,10/^400,200"}) {
        RawRequest.Answer answer =
            beside.get("iiif/3/image.png/" + part.replace("^", "%5E") + "/0/default.png");
        assertEquals(200, answer.status(), answer.text());
        BufferedImage got = ImageIO.read(new ByteArrayInputStream(answer.body()));
        for (int i = 0; i < got.getWidth() * got.getHeight(); i++) {
          int red = got.getRGB(i % got.getWidth(), i / got.getWidth()) >> 16 & 0xff;
          assertEquals(0, red, part);
        }
      }
      assertEquals(403, beside.get("iiif/3/image.png/19,19,2,2/max/0/default.png").status());
    }
  }

  @Test
  void aPictureIsLaidWhereTheScriptSays() throws IOException {
    BufferedImage expected = image();
    Graphics2D graphics = expected.createGraphics();
    BufferedImage logo = ImageIO.read(folder.resolve("overlays/logo.png").toFile());
    graphics.drawImage(logo, 7, HEIGHT - 20 - 7, null);
    graphics.dispose();
    Picture got = picture("laid.png/full/max/0/default.png");
    double distance = Picture.of(expected).distance(got);
    assertTrue(distance <= 1.5, distance + " levels off");
  }

  @ParameterizedTest
  @CsvSource({"jpg", "png", "tif"})
  void theFileHoldsTheXmpOfTheScript(String format) throws IOException {
    assertTrue(text("laid.png/full/max/0/default." + format).contains("Casaba 4711"));
    assertFalse(text("secret.png/full/max/0/default." + format).contains("Casaba 4711"));
  }

  @Test
  void callersDoNotShareWhatIsBlackForOneOfThem() throws IOException {
    String target = "iiif/3/secret.png/full/max/0/default.png";
    RawRequest.Answer others = server.get(target);
    RawRequest.Answer annas = server.get(target, "Cookie: who=anna");
    assertEquals(0, Picture.of(blackened(0, 0, 40, 30)).distance(picture(annas)));
    assertEquals(0, Picture.of(blackened(100, 60, 120, 90)).distance(picture(others)));
    assertNotEquals(annas.header("ETag"), others.header("ETag"));
    for (RawRequest.Answer answer : new RawRequest.Answer[] {annas, others}) {
      assertEquals("private, no-cache", answer.header("Cache-Control").orElse(""));
    }
    String tag = "If-None-Match: " + annas.header("ETag").orElseThrow();
    assertEquals(304, server.get(target, "Cookie: who=anna", tag).status());
    RawRequest.Answer again = server.get(target, tag);
    assertEquals(200, again.status());
    assertArrayEquals(others.body(), again.body());
  }

  /** Colours that change slowly, nowhere dark, and a sharp edge. */
  private static BufferedImage image() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int blue = x < 330 ? 255 : 180;
        image.setRGB(x, y, 150 + x / 4 << 16 | 160 + y / 4 << 8 | blue);
      }
    }
    return image;
  }

  private static BufferedImage blackened(int x, int y, int width, int height) {
    BufferedImage image = image();
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(x, y, width, height);
    graphics.dispose();
    return image;
  }

  private static String text(String below) throws IOException {
    RawRequest.Answer answer = server.get("iiif/3/" + below);
    assertEquals(200, answer.status(), answer::text);
    return new String(answer.body(), StandardCharsets.ISO_8859_1);
  }

  private static Picture picture(String below) throws IOException {
    return picture(server.get("iiif/3/" + below));
  }

  /** Gray is read as it is stored: Java would convert it as if it were linear light. */
  private static Picture picture(RawRequest.Answer answer) throws IOException {
    assertEquals(200, answer.status(), answer::text);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    if (image.getColorModel().getNumColorComponents() > 1) {
      return Picture.of(image);
    }
    int w = image.getWidth();
    int[] argb = new int[w * image.getHeight()];
    int most = (1 << image.getSampleModel().getSampleSize(0)) - 1;
    boolean alpha = image.getRaster().getNumBands() > 1;
    for (int i = 0; i < argb.length; i++) {
      int gray = image.getRaster().getSample(i % w, i / w, 0) * 255 / most;
      int opacity = alpha ? image.getRaster().getSample(i % w, i / w, 1) : 255;
      argb[i] = opacity << 24 | gray * 0x10101;
    }
    return new Picture(w, image.getHeight(), argb);
  }

  /** PSNR in dB of the colours as they are seen. */
  private static double likeness(Picture a, Picture b) {
    assertEquals(a.width(), b.width(), 1);
    assertEquals(a.height(), b.height(), 1);
    int w = Math.min(a.width(), b.width());
    int h = Math.min(a.height(), b.height());
    double squares = 0;
    for (int i = 0; i < w * h; i++) {
      for (int band = 0; band < 3; band++) {
        double d = seen(a, i % w, i / w, band) - seen(b, i % w, i / w, band);
        squares += d * d;
      }
    }
    return 10 * Math.log10(255.0 * 255 * 3 * w * h / Math.max(squares, 1e-9));
  }

  private static double seen(Picture picture, int x, int y, int band) {
    return picture.sample(x, y, band) * picture.sample(x, y, 3) / 255.0;
  }
}
