package org.casaba.conformance;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** The pictures that servers under test are given. */
final class Pictures {
  static final int WIDTH = 601;
  static final int HEIGHT = 397;

  private Pictures() {}

  /** A smooth field of all colours with sharp-edged shapes in it, of prime sides. */
  static BufferedImage prime() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int r = 255 * x / (WIDTH - 1);
        int g = 255 * y / (HEIGHT - 1);
        int b = (int) (127.5 + 127.5 * Math.sin(x / 23.0) * Math.cos(y / 17.0));
        boolean disc = (x - 150) * (x - 150) + (y - 120) * (y - 120) < 3600;
        boolean bar = x > 400 && x < 470 && y > 40 && y < 330;
        int rgb = disc ? 0xE02020 : bar ? 0x1030C0 : r << 16 | g << 8 | b;
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  /** Writes pictures under many names into a folder, and one beside the folder. */
  static void writeAll(Path folder) throws IOException {
    for (String name :
        List.of(
            "prime.png",
            "folder/a.png",
            "with space.png",
            "semi;colon.png",
            "percent%25.png",
            "été.png",
            "ark:/13030/tf5p.png",
            "plus+plus.png",
            "brackets[1].png",
            "full/max/0/b.png",
            ".hidden.png")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(prime(), "png", file.toFile());
    }
    Path outside = Files.createTempDirectory("outside").resolve("secret.png");
    ImageIO.write(prime(), "png", outside.toFile());
    Files.createSymbolicLink(folder.resolve("link-out.png"), outside);
  }
}
