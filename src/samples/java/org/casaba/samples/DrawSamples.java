package org.casaba.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Draws the sample images: {@code island.tif}, a chart as a pyramidal TIFF; {@code harbour.jpg}, a
 * plan of its capital; {@code rose.png}, a compass rose on nothing.
 *
 * <p>Always the same pictures: whatever looks like chance is seeded. No font is used. Takes two
 * folders, that of the sources and that of the pictures, and does nothing if all of the pictures
 * are newer than all of the sources.
 */
final class DrawSamples {
  private static final float CHART_QUALITY = 0.31f;
  private static final float PLAN_QUALITY = 0.6f;

  private DrawSamples() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    List<Path> pictures =
        Stream.of("island.tif", "harbour.jpg", "rose.png").map(folder::resolve).toList();
    if (upToDate(pictures, sources)) {
      return;
    }
    System.out.println("Drawing the sample images into " + folder);
    Land land = Land.survey();
    drawRose(pictures.get(2));
    new HarbourPlan(land).print(pictures.get(1), new Press(PLAN_QUALITY));
    Path unfinished = folder.resolve("island.part");
    new Chart(land).print(unfinished, new Press(CHART_QUALITY));
    Files.move(unfinished, pictures.getFirst(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean upToDate(List<Path> pictures, Path sources) throws IOException {
    for (Path picture : pictures) {
      if (!Files.exists(picture)) {
        return false;
      }
    }
    FileTime newest;
    try (Stream<Path> files = Files.walk(sources)) {
      newest = files.map(DrawSamples::time).max(Comparator.naturalOrder()).orElseThrow();
    }
    return pictures.stream().allMatch(picture -> time(picture).compareTo(newest) > 0);
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void drawRose(Path file) throws IOException {
    int width = 1501;
    int height = 1499;
    var plate = new Plate(width, height);
    var rose = new CompassRose(plate, width / 2.0, height / 2.0 + 8, 735);
    rose.drawGround();
    rose.draw();
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    plate.printAll(image);
    ImageIO.write(image, "png", file.toFile());
  }
}
