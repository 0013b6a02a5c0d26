package org.casaba.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Draws the sample images into a folder: {@code island.tif}, a chart as a pyramidal TIFF; {@code
 * harbour.jpg}, a plan of its capital; {@code rose.png}, a compass rose on nothing.
 *
 * <p>Always the same pictures: whatever looks like chance is seeded. No font is used.
 */
final class DrawSamples {
  private DrawSamples() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    Land land = Land.survey();
    new Chart(land)
        .print(
            folder.resolve("island.tif"),
            new Press(Float.parseFloat(System.getProperty("q", "0.5"))));
  }
}
