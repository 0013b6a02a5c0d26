package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code java -jar casaba.war pyramid}. */
final class PyramidCommandIT {
  @TempDir private Path folder;

  private Path images;
  private Path made;

  private record Outcome(int status, String text) {}

  @BeforeEach
  void draw() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    made = folder.resolve("made");
    Files.createDirectories(images.resolve("sub"));
    BufferedImage picture = new BufferedImage(1300, 900, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", images.resolve("a.png").toFile());
    ImageIO.write(picture, "jpg", images.resolve("c.jpg").toFile());
    ImageIO.write(picture, "png", images.resolve("sub/b.png").toFile());
    Files.writeString(images.resolve("notes.txt"), "no picture");
  }

  private static Outcome run(Object... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("pyramid"));
    for (Object option : options) {
      all.add(option.toString());
    }
    Process process =
        StandaloneCommand.DEFAULT
            .with(all.toArray(String[]::new))
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), text);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void makesFoldersOfPyramidsOnce() throws IOException {
    Outcome first = run(images, "--to", made);
    assertEquals(0, first.status(), first.text());
    assertTrue(first.text().contains("3 made, 0 there already, 0 failed; 1"), first.text());
    assertFalse(first.text().contains("\r"), "no progress bar where there is no terminal");
    for (String name : new String[] {"a.tif", "c.tif", "sub/b.tif"}) {
      assertTrue(Files.exists(made.resolve(name)), name);
    }
    Outcome again = run(images, "--to", made);
    assertTrue(again.text().contains("0 made, 3 there already, 0 failed"), again.text());
    FileTime later = FileTime.from(Files.getLastModifiedTime(made).toInstant().plusSeconds(60));
    Files.setLastModifiedTime(images.resolve("a.png"), later);
    Outcome changed = run(images, "--to", made);
    assertTrue(changed.text().contains("1 made, 2 there already"), changed.text());
  }

  @Test
  void checksWithoutWriting() throws IOException {
    Outcome unfit = run("--check", images);
    assertEquals(1, unfit.status(), unfit.text());
    assertTrue(unfit.text().contains("make a pyramid"), unfit.text());
    assertTrue(run(images, "--to", made, "--tile", "256").text().contains("3 made"));
    Outcome fit = run("--check", made);
    assertEquals(0, fit.status(), fit.text());
    assertTrue(fit.text().contains("tiles of 256 x 256"), fit.text());
  }

  @Test
  void goesOnAfterAFileThatFails() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
    Outcome outcome = run(broken, images.resolve("sub/b.png"), "--to", made);
    assertEquals(1, outcome.status(), outcome.text());
    assertTrue(outcome.text().contains("1 made, 0 there already, 1 failed"), outcome.text());
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() throws IOException {
    assertEquals(2, run().status());
    assertEquals(2, run(images).status());
    assertEquals(2, run(images, "--to", made, "--tile", "100").status());
    assertEquals(2, run(images, "--to", made, "--size", "100").status());
    assertTrue(run("--help").text().contains("--to DIR"));
  }
}
