package org.casaba.deployment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import javax.imageio.ImageIO;

/**
 * Images for {@link SoakIT}, one of which changes, and the rules about them, which change too.
 *
 * @param folder of the images
 * @param script the rules
 */
record SoakImages(Path folder, Path script) {
  private static final Duration BETWEEN_CHANGES = Duration.ofMillis(300);

  /** In images' changes. */
  private static final int BETWEEN_SCRIPTS = 15;

  private static final String RULES =
      """
      function pre_authorize(context) {
        if (context.identifier.startsWith('secret')) return false;
        if (context.identifier.startsWith('moved'))
          return {status_code: 303, location: '../../../../still.png/full/90,/0/default.png'};
        return true;
      }
      function limits(context) {
        return context.request_headers['X-Capped'] ? {max_width: 150} : null;
      }
      function redactions(context) {
        return context.request_headers['X-Black'] ? [{x: 0, y: 0, width: 300, height: 99}] : [];
      }
      """;

  void prepare() throws IOException {
    Scroll.write(folder);
    ImageIO.write(image(0), "png", folder.resolve("still.png").toFile());
    ImageIO.write(image(0), "jpg", folder.resolve("still.jpg").toFile());
    for (String name : new String[] {"scroll.tif", "still.png", "still.jpg"}) {
      FileTime past = FileTime.from(Instant.now().minusSeconds(3600));
      Files.setLastModifiedTime(folder.resolve(name), past);
    }
    put(0);
    Files.writeString(script, RULES);
  }

  private static BufferedImage image(int seed) {
    BufferedImage image = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 900 * 700; i++) {
      image.setRGB(i % 900, i / 900, (i * 7919 >> 4 & 0x3f3f3f) + i / 9000 + seed % 90);
    }
    return image;
  }

  /** Of a time that is past, so that it is kept like others. */
  private void put(int number) throws IOException {
    Path aside = folder.resolve(".next.png");
    ImageIO.write(image(number), "png", aside.toFile());
    FileTime time = FileTime.from(Instant.now().minusSeconds(100_000 - number));
    Files.setLastModifiedTime(aside, time);
    Files.move(aside, folder.resolve("changing.png"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Changes an image again and again, and the rules now and then. */
  Void change(Instant end) throws IOException, InterruptedException {
    for (int i = 1; Instant.now().isBefore(end); i++) {
      put(i);
      if (i % BETWEEN_SCRIPTS == 0) {
        Files.writeString(script, RULES + "// " + i + "\n");
      }
      Thread.sleep(BETWEEN_CHANGES);
    }
    return null;
  }
}
