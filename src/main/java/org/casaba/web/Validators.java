package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a client can ask whether its copy is still good with (RFC 9110 section 13).
 *
 * @param entityTag without quotes
 * @param lastModified null if the tag alone tells
 */
record Validators(String entityTag, @Nullable Instant lastModified) {

  void write(HttpServletResponse response) {
    response.setHeader("ETag", '"' + entityTag + '"');
    if (lastModified != null) {
      response.setDateHeader("Last-Modified", lastModified.toEpochMilli());
    }
  }

  /** Whether the client's copy is good: 304. */
  boolean match(HttpServletRequest request) {
    String tags = request.getHeader("If-None-Match");
    if (tags != null) {
      for (String tag : tags.split(",", -1)) {
        String t = tag.strip();
        if (t.equals("*")
            || (t.startsWith("W/") ? t.substring(2) : t).equals('"' + entityTag + '"')) {
          return true;
        }
      }
      return false;
    }
    if (lastModified == null) {
      return false;
    }
    try {
      long since = request.getDateHeader("If-Modified-Since");
      // Exactly: a file that has been restored from a backup is older than the one before it.
      return since >= 0 && lastModified.truncatedTo(ChronoUnit.SECONDS).toEpochMilli() == since;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
