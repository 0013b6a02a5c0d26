package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.casaba.metrics.Asked;
import org.casaba.metrics.Metrics;
import org.casaba.metrics.SlowRequest;
import org.casaba.metrics.Stage;
import org.casaba.metrics.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a request was slow, in words. */
final class SlowTextTest {
  private static SlowText text(long millis, Way way, Object... stages) {
    Map<Stage, Duration> spent = new EnumMap<>(Stage.class);
    for (int i = 0; i < stages.length; i += 2) {
      spent.put((Stage) stages[i], Duration.ofMillis((Integer) stages[i + 1]));
    }
    Asked asked = new Asked(Metrics.Kind.IMAGE, "/x", "x");
    return new SlowText(
        new SlowRequest(Instant.EPOCH, asked, 200, Duration.ofMillis(millis), spent, way));
  }

  @Test
  void theLongestComesFirstAndTriflesAreLeftOut() {
    SlowText text = text(4100, Way.RENDER, Stage.QUEUE, 250, Stage.DECODE, 3800, Stage.ENCODE, 50);
    assertEquals("4.1 s", text.total());
    assertEquals("3.8 s decoding, 250 ms waiting for a place", text.why());
  }

  @Test
  void theWorkOfSeveralThreadsIsToldApart() {
    assertEquals(
        "several threads together: 1.5 s decoding, 500 ms encoding",
        text(1100, Way.RENDER, Stage.DECODE, 1500, Stage.ENCODE, 500).why());
  }

  @ParameterizedTest
  @CsvSource({
    "/iiif/3/maps%2Fgr%C3%BC%3Cn.tif/full, /iiif/3/maps/grü<n.tif/full",
    "/iiif/3/a+b/full, /iiif/3/a+b/full",
    "/iiif/3/a%0Ab/full, /iiif/3/a%0Ab/full",
    "/iiif/3/a%E2%80%AEb/full, /iiif/3/a%E2%80%AEb/full",
    "/iiif/3/a%FFb/full, /iiif/3/a%FFb/full",
    "/iiif/3/cut%C…, /iiif/3/cut%C…"
  })
  void addressesAreDecodedWhereThatCanBeRead(String path, String shown) {
    Asked asked = new Asked(Metrics.Kind.IMAGE, path, "x");
    SlowRequest request =
        new SlowRequest(Instant.EPOCH, asked, 200, Duration.ofMillis(60), Map.of(), null);
    assertEquals(shown, new SlowText(request).path());
  }

  @Test
  void whoWaitedForAnotherIsToldSo() {
    assertEquals(
        "3 s waiting for the cache, or for another request that made the same picture",
        text(3000, Way.CACHE, Stage.CACHE, 3000).why());
  }

  @Test
  void whatIsNotAccountedForIsMentioned() {
    assertEquals(
        "600 ms finding and opening the image, 400 ms with other things",
        text(1000, Way.COPY, Stage.SOURCE, 600).why());
  }
}
