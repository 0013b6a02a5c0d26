package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More large pictures are asked for than a server with little memory can draw. */
final class OverloadIT {
  private static final int LANE = 2;
  private static final int CROWD = 40;
  private static final String HUGE = "iiif/3/scroll.tif/full/max/0/default.tif";
  private static final String LARGE = "iiif/3/scroll.tif/0,0,4000,3000/max/0/default.jpg";

  @TempDir private Path folder;
  private ServerProcess server;
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @BeforeEach
  void start() throws IOException {
    Scroll.write(folder);
    int port = ServerProcess.freePort();
    ProcessBuilder command = StandaloneCommand.DEFAULT.with("--images=" + folder, "--port=" + port);
    command
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-Xmx128m -Dcasaba.limits.max_area=1000000000 -Dcasaba.admission.memory=1G"
                + " -Dcasaba.admission.large_wait=1s -Dcasaba.admission.large="
                + LANE);
    server = ServerProcess.start(command, URI.create(ServerProcess.ORIGIN + port + "/"));
  }

  @AfterEach
  void stop() {
    clients.shutdownNow();
    server.close();
  }

  /** A client that has begun to read an endless download, and does not go on. */
  private final class Sleeper implements Closeable {
    private final Socket socket;

    Sleeper() throws IOException {
      Socket asked = ask();
      // Places of clients that have gone become free as soon as the server writes to them.
      for (int tries = 0; !isServed(asked) && tries < 30; tries++) {
        asked.close();
        asked = ask();
      }
      socket = asked;
    }

    private Socket ask() throws IOException {
      Socket asked = new Socket(server.base().getHost(), server.base().getPort());
      String head = "GET /" + HUGE + " HTTP/1.1\r\nHost: " + server.base().getAuthority();
      asked.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return asked;
    }

    private boolean isServed(Socket asked) throws IOException {
      byte[] first = asked.getInputStream().readNBytes(12);
      return new String(first, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private List<Sleeper> sleepers() throws IOException {
    List<Sleeper> sleepers = new ArrayList<>();
    for (int i = 0; i < LANE; i++) {
      sleepers.add(new Sleeper());
    }
    return sleepers;
  }

  private Future<RawRequest.Answer> asking(String below) {
    return clients.submit(() -> server.get(below));
  }

  private static void wake(List<Sleeper> sleepers) throws IOException {
    for (Sleeper sleeper : sleepers) {
      sleeper.close();
    }
  }

  @Test
  void largePicturesAreRefusedWhileTilesFlow() throws Exception {
    List<Sleeper> sleepers = sleepers();
    List<Future<RawRequest.Answer>> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      crowd.add(asking(LARGE));
    }
    for (int i = 0; i < 20; i++) {
      assertSmallThingsAreAnswered(i);
    }
    for (Future<RawRequest.Answer> each : crowd) {
      assertRefused(each.get());
    }
    wake(sleepers);
    assertLargeIsAnswered();
    assertEquals("", server.complaints());
  }

  private void assertSmallThingsAreAnswered(int i) throws IOException {
    String tile = "iiif/3/scroll.tif/" + (i * 600 + 3) + ",5,500,500/400,/0/default.png";
    assertEquals(200, server.get(tile).status());
    assertEquals(200, server.get("iiif/3/scroll.tif/info.json").status());
    assertEquals(200, server.get("health").status());
  }

  private static void assertRefused(RawRequest.Answer answer) {
    assertEquals(503, answer.status());
    assertTrue(Integer.parseInt(answer.header("Retry-After").orElseThrow()) > 0);
    assertEquals("no-store", answer.header("Cache-Control").orElseThrow());
    assertEquals("*", answer.header("Access-Control-Allow-Origin").orElseThrow());
    assertTrue(answer.text().startsWith("The server is busy with other large pictures"));
    assertTrue(answer.header("ETag").isEmpty());
  }

  /** When clients have gone, the server notices as soon as it writes to them. */
  private void assertLargeIsAnswered() throws IOException {
    RawRequest.Answer answer = server.get(LARGE);
    for (int tries = 0; answer.status() == 503 && tries < 30; tries++) {
      answer = server.get(LARGE);
    }
    assertEquals(200, answer.status());
  }

  @Test
  void whoBreaksOffLeavesRoomForOthers() throws Exception {
    for (int i = 0; i < 4; i++) {
      wake(sleepers());
      assertLargeIsAnswered();
    }
    try (Sleeper _ = new Sleeper()) {
      assertLargeIsAnswered();
    }
    assertEquals("", server.complaints());
  }
}
