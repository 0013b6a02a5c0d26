package org.casaba.web;

import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML with places to be filled: <code>{{name}}</code> takes text, which is escaped, and <code>
 * {{{name}}}</code> takes HTML that another template made. Immutable.
 */
record PageTemplate(String html) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

  /** The template of that name in {@code WEB-INF/pages}. */
  static PageTemplate read(ServletContext context, String name) throws IOException {
    String path = "/WEB-INF/pages/" + name;
    try (InputStream in = context.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path);
      }
      return new PageTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /**
   * The page with every place filled.
   *
   * @throws IllegalArgumentException if a place has no value
   */
  String fill(Map<String, String> values) {
    Matcher places = PLACE.matcher(html);
    StringBuilder page = new StringBuilder(html.length() * 2);
    while (places.find()) {
      boolean text = places.group(2) != null;
      String name = text ? places.group(2) : places.group(1);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("nothing for " + name);
      }
      places.appendReplacement(page, Matcher.quoteReplacement(text ? escape(value) : value));
    }
    places.appendTail(page);
    return page.toString();
  }

  /** Text as HTML, fit for attribute values too. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
