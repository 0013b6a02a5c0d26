package org.casaba.deployment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** A folder with an image in it and another one below, both {@value #WIDTH} x {@value #HEIGHT}. */
final class TestImages {
  static final int WIDTH = 101;
  static final int HEIGHT = 67;

  /** Requests for them, each in a spelling that some part on the way might not like. */
  static final List<String> TARGETS =
      List.of(
          "iiif/3/picture.png/full/max/0/default.jpg",
          "iiif/3/picture.png/full/^max/0/default.jpg",
          "iiif/3/picture.png/full/%5Emax/0/default.jpg",
          "iiif/2/picture.png/full/full/0/default.jpg",
          "iiif/3/below/other%20picture.png/full/max/0/default.jpg",
          "iiif/3/below%2Fother%20picture.png/full/max/0/default.jpg");

  private TestImages() {}

  static Path folder() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/test-images").toAbsolutePath());
    Path below = Files.createDirectories(folder.resolve("below"));
    write(folder.resolve("picture.png"));
    write(below.resolve("other picture.png"));
    return folder;
  }

  private static void write(Path file) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, 2 * x << 16 | 3 * y << 8 | 128);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
