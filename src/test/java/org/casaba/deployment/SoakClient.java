package org.casaba.deployment;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Asks for all sorts of things, without order, and looks at how it is answered. */
final class SoakClient {
  private static final Set<Integer> OK = Set.of(200);

  /** Many at a time are too many. */
  private static final Set<Integer> OK_OR_BUSY = Set.of(200, 503);

  private final ServerProcess server;
  private final Random random;
  private final Map<Integer, Integer> answers = new TreeMap<>();

  /**
   * @param number no two do the same
   */
  SoakClient(ServerProcess server, int number) {
    this.server = server;
    this.random = new Random(number);
  }

  /** Goes on until then; answers how often there was which status. */
  Map<Integer, Integer> ask(Instant end) throws IOException {
    while (Instant.now().isBefore(end)) {
      switch (random.nextInt(20)) {
        case 0, 1, 2, 3, 4 -> get(tile(), OK);
        case 5, 6 -> get(region(), OK);
        case 7 -> get("iiif/2/still.jpg/full/pct:" + (10 + n(20)) + "/0/default.jpg", OK);
        case 8 -> get("iiif/3/changing.png/full/" + (100 + n(50)) + ",/0/gray.png", OK);
        case 9 -> get("iiif/" + (2 + n(2)) + "/" + name() + "/info.json", OK);
        case 10 -> get(wrong(), Set.of(400, 404, 403));
        case 11 -> get("iiif/3/moved/full/" + (1 + n(9)) + ",/0/default.png", Set.of(303));
        case 12 -> get(large(), OK_OR_BUSY);
        case 13 -> breakOff(random.nextBoolean() ? large() : tile());
        case 14, 15 -> again(random.nextBoolean() ? tile() : region());
        case 16 -> get(region(), Set.of(200, 400), "X-Capped: 1");
        case 17 -> get(region(), OK, "X-Black: 1");
        case 18 -> get(n(2) == 0 ? "metrics" : "health", OK);
        default -> count(post(), Set.of(405), "POST");
      }
    }
    return answers;
  }

  private int n(int bound) {
    return random.nextInt(bound);
  }

  private String name() {
    return List.of("still.png", "still.jpg", "changing.png", "scroll.tif").get(n(4));
  }

  private String tile() {
    int side = 512 << n(3);
    return "iiif/3/scroll.tif/" + n(10) * side + ",0," + side + "," + side + "/512,/0/default.jpg";
  }

  private String region() {
    String image = List.of("still.png", "still.jpg", "changing.png").get(n(3));
    String part = n(10) * 50 + "," + n(5) * 50 + ",300,200";
    return "iiif/3/" + image + "/" + part + "/" + (100 + 50 * n(3)) + ",/0/default.jpg";
  }

  /** A large one, drawn in strips. */
  private String large() {
    return "iiif/3/scroll.tif/" + n(70) * 1000 + ",1,3000,2500/max/0/default.jpg";
  }

  private String wrong() {
    return List.of(
            "iiif/3/missing" + n(1000) + ".png/full/max/0/default.jpg",
            "iiif/3/still.png/full/0,/0/default.jpg",
            "iiif/3/still.png/full/max/400/default.jpg",
            "iiif/3/still.png/full/5000,/0/default.jpg",
            "iiif/3/%zz/info.json",
            "iiif/3/secret.png/info.json",
            "iiif/4/still.png/info.json",
            "nothing/" + n(1000))
        .get(n(8));
  }

  private RawRequest.Answer get(String below, Set<Integer> expected, String... headers)
      throws IOException {
    RawRequest.Answer answer = server.get(below, headers);
    count(answer, expected, below);
    return answer;
  }

  private void count(RawRequest.Answer answer, Set<Integer> expected, String below) {
    if (!expected.contains(answer.status())) {
      throw new IllegalStateException(below + " " + answer.status() + " " + answer.text());
    }
    answers.merge(answer.status(), 1, Integer::sum);
  }

  private RawRequest.Answer post() throws IOException {
    List<String> none = new ArrayList<>(List.of("Content-Length: 0"));
    String target = "/iiif/3/still.png/full/max/0/default.jpg";
    return new RawRequest(server.base(), "POST", target, none).send();
  }

  private void again(String below) throws IOException {
    Optional<String> tag = get(below, OK).header("ETag");
    get(below, Set.of(200, 304), "If-None-Match: " + tag.orElseThrow());
  }

  /** Asks, reads the beginning, and is gone. */
  private void breakOff(String below) throws IOException {
    try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
      socket.setSoLinger(true, 0);
      String head = "GET /" + below + " HTTP/1.1\r\nHost: " + server.base().getAuthority();
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readNBytes(n(2));
    }
  }
}
