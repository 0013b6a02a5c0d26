package org.casaba.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.casaba.iiif.Identifier;

/** The landing page and the viewer page, made of their templates. */
record Pages(
    PageTemplate landing,
    PageTemplate gallery,
    PageTemplate sample,
    PageTemplate configured,
    PageTemplate unconfigured,
    PageTemplate viewer,
    PageTemplate stage) {

  static Pages read(ServletContext context) throws IOException {
    return new Pages(
        PageTemplate.read(context, "landing.html"),
        PageTemplate.read(context, "gallery.html"),
        PageTemplate.read(context, "sample.html"),
        PageTemplate.read(context, "configured.html"),
        PageTemplate.read(context, "unconfigured.html"),
        PageTemplate.read(context, "viewer.html"),
        PageTemplate.read(context, "stage.html"));
  }

  String landing(PageSettings settings) {
    PageTemplate setup = settings.configured() ? configured : unconfigured;
    String example =
        settings.samples().isEmpty()
            ? "picture.tif"
            : written(settings.samples().getFirst().identifier());
    return landing.fill(
        Map.of(
            "version",
            settings.version(),
            // Without a sample there is nothing to lead to, and an anchor without href is plain
            // text.
            "link",
            settings.samples().isEmpty() ? "data-example" : "href",
            "example",
            example,
            "samples",
            settings.samples().isEmpty() ? "" : gallery(settings),
            "setup",
            setup.fill(Map.of())));
  }

  private String gallery(PageSettings settings) {
    String items =
        settings.samples().stream()
            .map(each ->
                sample.fill(
                    Map.of(
                        "image", written(each.identifier()),
                        "title", each.title(),
                        "description", each.description(),
                        "extension", each.format().extension())))
            .collect(Collectors.joining());
    return gallery.fill(Map.of("items", items, "stage", stage.fill(Map.of())));
  }

  /**
   * A page for one image.
   *
   * @param image its identifier as the client wrote it, percent-encoded, perhaps with plain slashes
   * @param title its identifier, decoded
   */
  String viewer(String image, String title) {
    // Relative, so that it holds behind a proxy that serves us below another path.
    String base = "../".repeat(1 + (int) image.chars().filter(c -> c == '/').count());
    return viewer.fill(
        Map.of("base", base, "image", image, "title", title, "stage", stage.fill(Map.of())));
  }

  private static String written(Identifier identifier) {
    return URLEncoder.encode(identifier.value(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
