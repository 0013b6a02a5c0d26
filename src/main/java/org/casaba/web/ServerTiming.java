package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;
import org.casaba.metrics.Way;
import org.jspecify.annotations.Nullable;

/**
 * The header in which an answer says what it took (Server Timing, W3C): the stages that are over
 * when its first byte is sent, in milliseconds.
 *
 * @param told whether answers say so
 */
record ServerTiming(Course course, boolean told) {

  /** Nobody is told, and nothing is noted. */
  static final ServerTiming NONE = new ServerTiming(Course.NONE, false);

  /** Writes the header, unless it is too late for that. */
  void write(HttpServletResponse response) {
    if (told && !response.isCommitted()) {
      response.setHeader("Server-Timing", text());
      // Without it browsers keep the times from pages of other hosts, which viewers are.
      response.setHeader("Timing-Allow-Origin", "*");
    }
  }

  private String text() {
    // What is under way up to here counts, too.
    course.enter(course.enter(null));
    List<String> parts = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      long nanos = course.nanos(stage);
      if (nanos > 0 && stage != Stage.CACHE) {
        parts.add(stage.word() + ";dur=" + millis(nanos));
      }
    }
    @Nullable Way way = course.way();
    if (way != null) {
      parts.add("cache;desc=" + word(way) + ";dur=" + millis(course.nanos(Stage.CACHE)));
      parts.add("way;desc=" + way.word());
    }
    parts.add("total;dur=" + millis(course.age()));
    return String.join(", ", parts);
  }

  /** What is made of stored data is not kept. */
  private static String word(Way way) {
    return switch (way) {
      case CACHE -> "hit";
      case RENDER -> "miss";
      case FILE, COPY, CROP, JOIN, INDEX -> "copy";
    };
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
  }
}
