package org.casaba.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casaba.metrics.SlowRequest;
import org.casaba.metrics.Stage;
import org.casaba.metrics.Way;
import org.casaba.web.chart.Unit;

/** Says in words what a request spent its time with. */
record SlowText(SlowRequest request) {
  /** What is less than this part of the time is not worth mentioning. */
  private static final double LEAST = 0.05;

  /** What does not belong to any stage is mentioned if it is more than this part. */
  private static final double LEAST_ELSEWHERE = 0.2;

  /** What has no shape of its own, turns the direction of writing, or is no UTF-8. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\uFFFD]");

  String total() {
    return text(request.time());
  }

  /** What was asked for, without percent signs where that can be read. */
  String path() {
    String path = request.asked().path();
    try {
      String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
      return UNREADABLE.matcher(decoded).find() ? path : decoded;
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  String why() {
    Duration all = request.stages().values().stream().reduce(Duration.ZERO, Duration::plus);
    Duration whole = max(request.time(), all);
    List<String> parts =
        request.stages().entrySet().stream()
            .filter(e -> part(e.getValue(), whole) >= LEAST)
            .sorted(Map.Entry.<Stage, Duration>comparingByValue(Comparator.reverseOrder()))
            .map(e -> text(e.getValue()) + " " + words(e.getKey()))
            .collect(Collectors.toList());
    Duration elsewhere = request.time().minus(all);
    if (part(elsewhere, whole) >= LEAST_ELSEWHERE) {
      parts.add(text(elsewhere) + " with other things");
    }
    // Without other threads, stages follow each other.
    boolean several = part(all, request.time()) > 1 + LEAST;
    return (several ? "several threads together: " : "") + String.join(", ", parts);
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static double part(Duration part, Duration whole) {
    return part.toNanos() / (double) Math.max(1, whole.toNanos());
  }

  private static String text(Duration time) {
    return Unit.SECONDS.text(time.toNanos() / 1e9);
  }

  private String words(Stage stage) {
    return switch (stage) {
      case SCRIPT -> "asking the delegate script";
      case SOURCE -> "finding and opening the image";
      case QUEUE -> "waiting for a place";
      case CACHE ->
          request.taken().filter(Way.CACHE::equals).isPresent()
              ? "waiting for the cache, or for another request that made the same picture"
              : "in the cache, or waiting for another request for the same picture";
      case COPY -> "copying stored data";
      case DECODE -> "decoding";
      case RESAMPLE -> "scaling and colours";
      case ENCODE -> "encoding";
      case SEND -> "sending, with the wait for the client";
    };
  }
}
