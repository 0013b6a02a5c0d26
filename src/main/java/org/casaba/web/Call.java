package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.IllegalRequestException;

/**
 * A request below {@code /iiif/}, taken apart.
 *
 * @param base public address of the version: {@code https://host/context/iiif/3}
 */
record Call(
    HttpServletRequest request,
    ApiVersion version,
    RawPath path,
    Identifier identifier,
    String base) {

  /**
   * @throws IllegalRequestException if the path names no version, or no identifier
   */
  static Call of(Site site, HttpServletRequest request) throws IllegalRequestException {
    String below =
        request.getRequestURI().substring(request.getContextPath().length() + "/iiif/".length());
    int slash = below.indexOf('/');
    ApiVersion version = IiifServlet.version(slash < 0 ? below : below.substring(0, slash));
    RawPath path = RawPath.parse(slash < 0 ? "" : below.substring(slash + 1));
    return new Call(
        request,
        version,
        path,
        identifier(site.settings(), path.rawIdentifier()),
        site.publicUri().of(request) + "/iiif/" + version.number());
  }

  private static Identifier identifier(WebSettings settings, String raw)
      throws IllegalRequestException {
    String decoded = RawPath.decode(raw);
    return new Identifier(
        settings.slashSubstitute().isEmpty()
            ? decoded
            : decoded.replace(settings.slashSubstitute(), "/"));
  }

  /** Public address of the image, with the identifier as the client wrote it. */
  String uri() {
    return base + "/" + path.rawIdentifier();
  }

  RequestFacts facts() {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .addAll(Collections.list(request.getHeaders(name)));
    }
    return new RequestFacts(version, identifier, request.getRemoteAddr(), headers);
  }

  boolean head() {
    return request.getMethod().equals("HEAD");
  }
}
