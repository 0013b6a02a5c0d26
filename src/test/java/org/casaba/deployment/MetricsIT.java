package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.casaba.metrics.PrometheusText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the built WAR tells of its work at {@code /metrics} and in its answers. */
final class MetricsIT {
  private static final Pattern TIMING =
      Pattern.compile(
          "[a-z]+(;dur=\\d+\\.\\d{3}|;desc=[a-z]+)*(, [a-z]+(;dur=\\d+\\.\\d{3}|;desc=[a-z]+)*)*");

  @TempDir static Path folder;
  private static ServerProcess server;
  private static ServerProcess talkative;

  @BeforeAll
  static void start() throws IOException {
    BufferedImage image = new BufferedImage(600, 500, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 300_000; i++) {
      image.setRGB(i % 600, i / 600, i * 7919 >> 3 & 0xf0f0f0);
    }
    ImageIO.write(image, "jpg", folder.resolve("a.jpg").toFile());
    ImageIO.write(image, "png", folder.resolve("b.png").toFile());
    Path settings = folder.resolve("casaba.properties");
    Files.writeString(settings, "metrics.server_timing = true\nmetrics.enabled = false\n");
    server = ServerProcess.standalone("--images=" + folder);
    talkative = ServerProcess.standalone("--images=" + folder, "--config=" + settings);
  }

  @AfterAll
  static void stop() {
    server.close();
    talkative.close();
  }

  private static PrometheusText figures() throws IOException {
    RawRequest.Answer answer = server.get("metrics");
    assertEquals(200, answer.status(), answer::text);
    assertEquals(
        "text/plain;version=0.0.4;charset=utf-8", answer.header("Content-Type").orElseThrow());
    return PrometheusText.parse(answer.text());
  }

  /** What of requests and pictures has changed, and by how much. */
  private static Map<String, Double> moved(PrometheusText before, PrometheusText after) {
    Map<String, Double> moved = new TreeMap<>();
    after
        .samples()
        .forEach((sample, value) -> {
          boolean counts =
              sample.startsWith("casaba_requests_total")
                  || sample.startsWith("casaba_pictures_total")
                  || sample.startsWith("casaba_stage_seconds_count")
                  || sample.startsWith("casaba_cache_lookups_total")
                  || sample.startsWith("casaba_request_duration_seconds_count");
          if (counts && value != before.get(sample)) {
            moved.put(sample, value - before.get(sample));
          }
        });
    return moved;
  }

  private static void ask(int status, String below) throws IOException {
    RawRequest.Answer answer = server.get("iiif/3/" + below);
    assertEquals(status, answer.status(), below);
  }

  @Test
  void countsMoveByWhatHasBeenAskedFor() throws IOException {
    PrometheusText before = figures();
    ask(200, "a.jpg/0,0,256,256/max/0/default.jpg");
    ask(200, "a.jpg/256,0,256,256/max/0/default.jpg");
    ask(200, "a.jpg/full/max/0/default.jpg");
    ask(200, "b.png/full/100,/0/default.jpg");
    ask(200, "b.png/info.json");
    ask(404, "missing.png/full/100,/0/default.jpg");
    ask(404, "missing.png/info.json");
    ask(400, "b.png/full/wide/0/default.jpg");
    ask(303, "b.png");
    Map<String, Double> expected = new TreeMap<>();
    expected.put("casaba_requests_total{kind=\"image\",status=\"200\"}", 4.0);
    expected.put("casaba_requests_total{kind=\"image\",status=\"404\"}", 1.0);
    expected.put("casaba_requests_total{kind=\"image\",status=\"400\"}", 1.0);
    expected.put("casaba_requests_total{kind=\"information\",status=\"200\"}", 1.0);
    expected.put("casaba_requests_total{kind=\"information\",status=\"404\"}", 1.0);
    expected.put("casaba_requests_total{kind=\"other\",status=\"303\"}", 1.0);
    expected.put("casaba_request_duration_seconds_count{kind=\"image\"}", 6.0);
    expected.put("casaba_request_duration_seconds_count{kind=\"information\"}", 2.0);
    expected.put("casaba_request_duration_seconds_count{kind=\"other\"}", 1.0);
    expected.put("casaba_pictures_total{way=\"index\"}", 2.0);
    expected.put("casaba_pictures_total{way=\"file\"}", 1.0);
    expected.put("casaba_pictures_total{way=\"render\"}", 1.0);
    expected.put("casaba_cache_lookups_total{found=\"none\"}", 3.0);
    expected.put("casaba_stage_seconds_count{stage=\"queue\"}", 3.0);
    expected.put("casaba_stage_seconds_count{stage=\"decode\"}", 1.0);
    expected.put("casaba_stage_seconds_count{stage=\"resample\"}", 1.0);
    expected.put("casaba_stage_seconds_count{stage=\"encode\"}", 1.0);
    Map<String, Double> moved = moved(before, figures());
    moved.keySet().removeIf(s -> s.matches(".*stage=\"(source|copy|cache|send)\".*"));
    assertEquals(expected, moved);
  }

  @Test
  void whatIsKeptIsCountedWhereItIsFound() throws IOException {
    ask(200, "b.png/full/90,/0/default.jpg");
    PrometheusText before = figures();
    ask(200, "b.png/full/90,/0/default.jpg");
    ask(200, "b.png/full/90,/0/default.jpg");
    PrometheusText after = figures();
    double heap = grown(before, after, "casaba_cache_lookups_total{found=\"heap\"}");
    double disk = grown(before, after, "casaba_cache_lookups_total{found=\"disk\"}");
    assertEquals(2, heap + disk);
    assertEquals(2, grown(before, after, "casaba_pictures_total{way=\"cache\"}"));
    assertTrue(after.get("casaba_cache_pictures{tier=\"heap\"}") >= 1);
    assertTrue(after.get("casaba_cache_bytes{tier=\"heap\"}") > 500);
    assertEquals(64 << 20, after.get("casaba_cache_limit_bytes{tier=\"heap\"}"));
    assertTrue(after.get("casaba_admission_places{lane=\"tiles\"}") >= 4);
    assertTrue(after.get("casaba_admission_memory_budget_bytes{lane=\"large\"}") > 1 << 20);
  }

  private static double grown(PrometheusText before, PrometheusText after, String sample) {
    return after.get(sample) - before.get(sample);
  }

  @Test
  void labelsStayTheSameWhoeverAsksForWhatever() throws IOException {
    ask(404, "x0/full/100,/0/default.jpg");
    ask(404, "x0/info.json");
    PrometheusText before = figures();
    for (int i = 0; i < 500; i++) {
      ask(404, "x" + i + "/full/" + (i + 1) + ",/0/default.jpg");
      server.get("iiif/3/y" + i + "/info.json", "Host: h" + i, "X-Forwarded-For: 192.0.2." + i);
    }
    PrometheusText after = figures();
    assertEquals(ownSamples(before), ownSamples(after));
    assertFalse(server.get("metrics").text().contains("x17"));
  }

  /** Those of the virtual machine may come as it comes to collect garbage for other reasons. */
  private static List<String> ownSamples(PrometheusText text) {
    return text.samples().keySet().stream().filter(s -> s.startsWith("casaba")).toList();
  }

  @Test
  void thoseBehindATrustedProxyReadTheFiguresOnlyFromAllowedNetworks() throws IOException {
    assertEquals(403, server.get("metrics", "X-Forwarded-For: 203.0.113.9").status());
    assertEquals(403, server.get("metrics", "Forwarded: for=\"[2001:db8::1]\"").status());
    assertEquals(403, server.get("metrics", "X-Forwarded-For: unknown").status());
    assertEquals(403, server.get("metrics", "X-Forwarded-For: 10.0.0.1, 203.0.113.9").status());
    assertEquals(200, server.get("metrics", "X-Forwarded-For: 10.1.2.3").status());
  }

  @Test
  void timesAreToldInTheHeaderWhenThatIsConfigured() throws IOException {
    String drawn = timing("iiif/3/b.png/full/100,/0/default.jpg");
    for (String part : new String[] {"source", "decode", "resample", "encode", "total"}) {
      assertTrue(drawn.contains(part + ";dur="), drawn);
    }
    assertTrue(drawn.contains("cache;desc=miss"), drawn);
    assertTrue(timing("iiif/3/a.jpg/0,0,256,256/max/0/default.jpg").contains("cache;desc=copy"));
    assertTrue(timing("iiif/3/b.png/info.json").contains("source;dur="));
    assertTrue(timing("iiif/3/missing/info.json").contains("total;dur="));
    assertEquals(Optional.empty(), server.get("iiif/3/b.png/info.json").header("Server-Timing"));
  }

  private static String timing(String below) throws IOException {
    RawRequest.Answer answer = talkative.get(below);
    assertEquals("*", answer.header("Timing-Allow-Origin").orElse(""));
    String header = answer.header("Server-Timing").orElseThrow();
    assertTrue(TIMING.matcher(header).matches(), header);
    return header;
  }

  @Test
  void figuresAreNowhereWhenNoneAreKept() throws IOException {
    assertEquals(404, talkative.get("metrics").status());
  }

  @Test
  void livenessAndReadinessAreToldApart() throws Exception {
    assertEquals(200, server.get("health/live").status());
    assertEquals(200, server.get("health/ready").status());
    Path gone = Files.createDirectory(folder.resolve("gone"));
    try (ServerProcess other = ServerProcess.standalone("--images=" + gone)) {
      Files.delete(gone);
      assertEquals(503, other.get("health").status());
      assertEquals(503, other.get("health/ready").status());
      assertEquals(200, other.get("health/live").status());
      assertEquals(200, other.get("metrics").status());
    }
  }
}
