package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** What the header fields say that proxies add to a request. */
record ProxyHeaders(HttpServletRequest request) {
  private static final String STANDARD = "Forwarded";
  private static final List<String> OWN =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Path");

  /** Whether there are any of them. */
  static boolean areIn(HttpServletRequest request) {
    Enumeration<String> names = request.getHeaderNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement();
      if (name.regionMatches(true, 0, "x-forwarded-", 0, 12) || name.equalsIgnoreCase(STANDARD)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The elements of {@code Forwarded} (RFC 7239), the nearest last. None if there is any {@code
   * X-Forwarded-…}: proxies that write those hand {@code Forwarded} on as clients have sent it.
   */
  List<String> standard() {
    return OWN.stream().anyMatch(name -> request.getHeader(name) != null)
        ? List.of()
        : elements(STANDARD);
  }

  /** The elements of all headers of that name, the nearest last. */
  List<String> elements(String header) {
    List<String> elements = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(header))) {
      for (String element : line.split(",", -1)) {
        elements.add(element.strip());
      }
    }
    return elements;
  }

  /** The last element of the last header of that name. */
  Optional<String> nearest(String header) {
    List<String> elements = elements(header);
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(elements.getLast()).filter(v -> !v.isEmpty());
  }
}
