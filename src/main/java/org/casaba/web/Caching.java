package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Cache-Control of answers that are no errors.
 *
 * @param value for everybody; empty for none
 */
record Caching(String value) {
  /** For this caller only, and to be asked about each time: rights may end. */
  private static final String PERSONAL = "private, no-cache";

  static Caching ofPictures(WebSettings settings) {
    return new Caching(settings.caching().images());
  }

  /** Redirects are such as limits and rules are, which information tells. */
  static Caching ofInformation(WebSettings settings) {
    return new Caching(settings.caching().information());
  }

  /**
   * @param varies whether the answer is for this caller only
   */
  void write(boolean varies, HttpServletResponse response) {
    String said = varies ? personal() : value;
    if (!said.isEmpty()) {
      response.setHeader("Cache-Control", said);
    }
  }

  /** What must not even be kept for everybody, or not be changed on the way, is that here too. */
  private String personal() {
    List<String> directives = List.of(value.split(", ", -1));
    if (directives.contains("no-store")) {
      return "no-store";
    }
    return directives.contains("no-transform") ? PERSONAL + ", no-transform" : PERSONAL;
  }
}
