package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are replaced while they are asked for. */
final class ChangingImagesIT {
  private static final int STEPS = 20;
  private static final int STEP = 10;

  @TempDir Path images;
  @TempDir Path aside;

  private void put(int gray) throws Exception {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64 * 64; i++) {
      image.getRaster().setSample(i % 64, i / 64, 0, gray);
    }
    Path file = aside.resolve("next.png");
    ImageIO.write(image, "png", file.toFile());
    Files.move(file, images.resolve("a.png"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static int gray(ServerProcess server) throws Exception {
    RawRequest.Answer answer = server.get("iiif/3/a.png/full/max/0/default.png");
    assertEquals(200, answer.status());
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(answer.body()));
    int gray = shown.getRaster().getSample(0, 0, 0);
    for (int i = 0; i < 64 * 64; i++) {
      assertEquals(gray, shown.getRaster().getSample(i % 64, i / 64, 0));
    }
    return gray;
  }

  @Test
  void everyAnswerShowsOneStateAndNoOlderOneThanThatOfItsRequest() throws Exception {
    put(0);
    AtomicInteger current = new AtomicInteger();
    try (ServerProcess server = ServerProcess.standalone("--images=" + images);
        ExecutorService clients = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(clients.submit(() -> follow(server, current)));
      }
      for (int i = 1; i <= STEPS; i++) {
        Thread.sleep(i == STEPS / 2 ? 2500 : 50); // what has just changed is not kept open
        put(i * STEP);
        current.set(i * STEP);
      }
      for (Future<Integer> each : all) {
        assertTrue(each.get() > 0);
      }
      Files.delete(images.resolve("a.png"));
      assertEquals(404, server.get("iiif/3/a.png/info.json").status());
    }
  }

  /** Asks until the last state is shown; answers how often. */
  private static int follow(ServerProcess server, AtomicInteger current) throws Exception {
    int count = 0;
    for (int shown = 0; shown < STEPS * STEP; count++) {
      int before = current.get();
      shown = gray(server);
      assertTrue(shown >= before, shown + " after " + before);
    }
    return count;
  }
}
