package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.casaba.render.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pictures of stored JPEG data are the same whether they are sent as they are stored or encoded
 * anew, and whichever library does that. Tolerance: no sample differs by more than 16 levels, since
 * some are decoded and encoded once more. And whichever way is taken, a script has its say.
 */
final class WaysAgreeIT {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 700;
  private static final double TOLERANCE = 16;

  private static final String SCRIPT =
      """
      function redactions(context) {
        return context.cookies.who === 'hidden' ? [{x: 32, y: 32, width: 128, height: 96}] : [];
      }
      function overlay(context) {
        return context.cookies.who === 'laid'
            ? {image: 'logo.png', position: 'top left', inset: 40} : null;
      }
      function authorize(context) {
        return context.cookies.who === 'capped' ? {max_area: 90000} : true;
      }
      """;

  @TempDir static Path folder;
  private static final List<ServerProcess> SERVERS = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      int red = (int) (160 + 70 * Math.sin(x / 31.0));
      image.setRGB(x, y, red << 16 | 120 + y / 10 << 8 | 200);
    }
    ImageIO.write(image, "jpg", images.resolve("plain.jpg").toFile());
    makePyramid(images);
    Path overlays = Files.createDirectory(folder.resolve("overlays"));
    ImageIO.write(
        new BufferedImage(60, 50, BufferedImage.TYPE_INT_RGB),
        "png",
        overlays.resolve("logo.png").toFile());
    Path script = Files.writeString(folder.resolve("delegates.js"), SCRIPT);
    for (String reuse : new String[] {"true", "false"}) {
      for (String library : new String[] {"auto", "off"}) {
        Path file = folder.resolve(reuse + library + ".properties");
        Files.writeString(
            file,
            String.join(
                "\n",
                "render.jpeg.reuse = " + reuse,
                "codec.turbojpeg = " + library,
                "delegate.script = " + script,
                "overlay.folder = " + overlays));
        SERVERS.add(ServerProcess.standalone("--images=" + images, "--config=" + file));
      }
    }
    for (ServerProcess server : SERVERS) {
      DelegateReady.await(server);
    }
  }

  private static void makePyramid(Path images) throws IOException {
    Process process =
        StandaloneCommand.DEFAULT
            .with("pyramid", images.resolve("plain.jpg").toString(), "--to", images.toString())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(Files.exists(images.resolve("plain.tif")), text);
  }

  @AfterAll
  static void stop() {
    SERVERS.forEach(ServerProcess::close);
  }

  private static List<Picture> pictures(String below, String who) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (ServerProcess server : SERVERS) {
      RawRequest.Answer answer = server.get("iiif/3/" + below, "Cookie: who=" + who);
      assertEquals(200, answer.status(), answer::text);
      pictures.add(Picture.of(ImageIO.read(new ByteArrayInputStream(answer.body()))));
    }
    return pictures;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.jpg/full/max/0/default.jpg",
        "plain.jpg/256,256,256,256/max/0/default.jpg",
        "plain.jpg/full/225,/0/default.jpg",
        "plain.jpg/100,70,300,300/150,/90/default.jpg",
        "plain.tif/full/max/0/default.jpg",
        "plain.tif/0,0,512,512/max/0/default.jpg",
        "plain.tif/512,512,388,188/max/0/default.jpg",
        "plain.tif/0,0,512,512/max/!90/default.jpg",
        "plain.tif/full/450,350/0/default.jpg",
        "plain.tif/0,0,512,512/max/0/gray.jpg"
      })
  void theSamePixelsAreSent(String below) throws IOException {
    List<Picture> pictures = pictures(below, "nobody");
    for (Picture picture : pictures) {
      double distance = pictures.getFirst().distance(picture);
      assertTrue(distance <= TOLERANCE, below + ": " + distance);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.jpg/full",
        "plain.jpg/0,0,256,256",
        "plain.tif/full",
        "plain.tif/0,0,512,512"
      })
  void aScriptIsNeverBypassed(String part) throws IOException {
    String below = part + "/max/0/default.jpg";
    for (Picture picture : pictures(below, "hidden")) {
      assertDark(picture, 36, 36, 156, 124);
    }
    for (Picture picture : pictures(below, "laid")) {
      assertDark(picture, 44, 44, 96, 86);
    }
    for (Picture picture : pictures(part + "/max/0/default.jpg", "capped")) {
      assertTrue(picture.width() * picture.height() <= 90_000, below);
    }
  }

  @Test
  void aRefusedSizeIsRefusedWhicheverWayItWouldBeMade() throws IOException {
    for (ServerProcess server : SERVERS) {
      String below = "iiif/3/plain.jpg/full/" + WIDTH + "," + HEIGHT + "/0/default.jpg";
      assertEquals(400, server.get(below, "Cookie: who=capped").status());
    }
  }

  private static void assertDark(Picture picture, int left, int top, int right, int bottom) {
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        for (int band = 0; band < 3; band++) {
          int level = picture.sample(x, y, band);
          assertTrue(level <= 60, level + " at " + x + "," + y);
        }
      }
    }
  }
}
