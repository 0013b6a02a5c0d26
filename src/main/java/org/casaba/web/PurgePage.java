package org.casaba.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page on which administrators purge what has been kept, made of its templates. */
record PurgePage(PageTemplate page, PageTemplate list, PageTemplate item) {

  static PurgePage read(ServletContext context) throws IOException {
    return new PurgePage(
        PageTemplate.read(context, "purge.html"),
        PageTemplate.read(context, "delegate-failures.html"),
        PageTemplate.read(context, "item.html"));
  }

  /**
   * The whole page.
   *
   * @param values of version, identifier, and result, which is HTML
   */
  String fill(Map<String, String> values) {
    return page.fill(values);
  }

  /** What has come of it. */
  String result(String title, List<String> sentences) {
    return list.fill(
        Map.of(
            "title",
            title,
            "items",
            sentences.stream()
                .map(s -> item.fill(Map.of("text", s)))
                .collect(Collectors.joining())));
  }
}
