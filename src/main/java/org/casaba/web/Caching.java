package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;

/** Cache-Control of answers that are no errors. */
final class Caching {
  private Caching() {}

  /**
   * @param varies whether the answer is for this caller only
   */
  static void write(WebSettings settings, boolean varies, HttpServletResponse response) {
    if (varies) {
      response.setHeader("Cache-Control", "private, no-cache");
    } else if (!settings.cacheControl().isEmpty()) {
      response.setHeader("Cache-Control", settings.cacheControl());
    }
  }
}
