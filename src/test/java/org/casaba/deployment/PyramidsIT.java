package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pyramids that the built WAR makes in the background. */
final class PyramidsIT {
  private static final String TILE = "iiif/3/noise.png/1024,512,512,512/max/0/default.png";
  private static final String HALF = "iiif/3/noise.png/0,0,1024,1024/512,/0/default.png";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @BeforeEach
  void draw() throws IOException {
    BufferedImage picture = new BufferedImage(2300, 1800, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, (x / 10) << 16 | (y / 10) << 8 | random.nextInt(16));
      }
    }
    Path file = Files.createDirectories(folder.resolve("images")).resolve("noise.png");
    ImageIO.write(picture, "png", file.toFile());
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-02-29T12:00:00Z")));
  }

  private ServerProcess start() throws IOException {
    int port = ServerProcess.freePort();
    ProcessBuilder command =
        new StandaloneCommand(ServerProcess.WAR, StandaloneCommand.DEFAULT.folder())
            .with("--images=" + folder.resolve("images"), "--port=" + port);
    command.environment().put("CASABA_PYRAMIDS_FOLDER", pyramids().toString());
    return ServerProcess.start(command, URI.create(ServerProcess.ORIGIN + port + "/"));
  }

  private Path pyramids() {
    return folder.resolve("pyramids");
  }

  private static BufferedImage picture(ServerProcess server, String below) throws IOException {
    RawRequest.Answer answer = server.get(below);
    assertEquals(200, answer.status(), answer::text);
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  private static void assertSame(BufferedImage expected, BufferedImage got, int tolerance) {
    assertEquals(expected.getWidth(), got.getWidth());
    assertEquals(expected.getHeight(), got.getHeight());
    for (int y = 0; y < got.getHeight(); y++) {
      for (int x = 0; x < got.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int difference =
              (expected.getRGB(x, y) >> shift & 0xFF) - (got.getRGB(x, y) >> shift & 0xFF);
          assertTrue(Math.abs(difference) <= tolerance, "at " + x + ", " + y);
        }
      }
    }
  }

  private static void await(ServerProcess server, String line) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!server.log().contains(line)) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(line + " is not in the log\n" + server.log());
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.list(pyramids())) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  void theSamePictureIsServedFromAPyramidOnceItStandsAndAfterTheNextStart() throws IOException {
    BufferedImage tile;
    BufferedImage half;
    try (ServerProcess server = start()) {
      String information = server.get("iiif/3/noise.png/info.json").text();
      assertTrue(Files.notExists(pyramids()), "info.json needs none");
      half = picture(server, HALF);
      tile = picture(server, TILE);
      await(server, "noise.png stands");
      assertSame(tile, picture(server, TILE), 0);
      assertSame(half, picture(server, HALF), 12);
      assertEquals(stable(information), stable(server.get("iiif/3/noise.png/info.json").text()));
      assertEquals(1, kept().size(), kept()::toString);
      server.stop();
      assertEquals("", server.complaints());
    }
    try (ServerProcess server = start()) {
      assertSame(tile, picture(server, TILE), 0);
      assertSame(half, picture(server, HALF), 12);
      server.stop();
      assertEquals("", server.complaints());
      assertTrue(!server.log().contains("pyramid of"), server.log());
    }
    assertEquals(1, kept().size(), kept()::toString);
  }

  /** Without the address, which has another port after another start. */
  private static String stable(String information) {
    return information.replaceAll("127\\.0\\.0\\.1:\\d+", "");
  }
}
