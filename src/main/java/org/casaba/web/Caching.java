package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;

/** Cache-Control of answers that are no errors. */
final class Caching {
  /** For this caller only, and to be asked about each time: rights may end. */
  static final String PERSONAL = "private, no-cache";

  private Caching() {}

  /**
   * @param varies whether the answer is for this caller only
   */
  static void write(WebSettings settings, boolean varies, HttpServletResponse response) {
    if (varies) {
      response.setHeader("Cache-Control", PERSONAL);
    } else if (!settings.cacheControl().isEmpty()) {
      response.setHeader("Cache-Control", settings.cacheControl());
    }
  }
}
