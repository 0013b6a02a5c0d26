package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A request below {@code /iiif/}, taken apart.
 *
 * @param image what the identifier stands for
 * @param base public address of the version: {@code https://host/context/iiif/3}
 * @param client IP address of whoever asks; null if it is not known
 * @param told whether there are rules, which want to know all of that
 */
record Call(
    HttpServletRequest request,
    ApiVersion version,
    RawPath path,
    MetaIdentifier image,
    String base,
    @Nullable String client,
    boolean told) {
  private static final RequestFacts.Caller NOBODY = new RequestFacts.Caller(null, Map.of());

  /**
   * Takes a request apart; nothing if there can be no image of that name.
   *
   * @throws IllegalRequestException if the path names no version, or no identifier
   * @throws DelegateException if nobody can tell what the identifier stands for
   */
  static Optional<Call> of(Site site, HttpServletRequest request)
      throws IllegalRequestException, DelegateException {
    String below =
        request.getRequestURI().substring(request.getContextPath().length() + "/iiif/".length());
    int slash = below.indexOf('/');
    ApiVersion version = IiifServlet.version(slash < 0 ? below : below.substring(0, slash));
    RawPath path = RawPath.parse(slash < 0 ? "" : below.substring(slash + 1));
    boolean told = site.desk().isPresent();
    return site.names()
        .read(path.rawIdentifier())
        .map(image ->
            new Call(
                request,
                version,
                path,
                image,
                site.publicUri().of(request) + "/iiif/" + version.number(),
                told ? site.clientAddress().of(request).orElse(null) : null,
                told));
  }

  /** Public address of the image, with the identifier as the client wrote it. */
  String uri() {
    return base + "/" + path.rawIdentifier();
  }

  /**
   * What the delegate is told of the request.
   *
   * @param parameters what picture is wanted; null for information
   */
  RequestFacts facts(@Nullable ImageRequest parameters) {
    if (!told) {
      return new RequestFacts(version, image, parameters, NOBODY, "", "");
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .addAll(Collections.list(request.getHeaders(name)).stream().map(HeaderText::of).toList());
    }
    return new RequestFacts(
        version,
        image,
        parameters,
        new RequestFacts.Caller(client, headers),
        (parameters == null ? uri() + "/info.json" : uri(parameters)) + query(),
        request.getRequestURL() + query());
  }

  /** Public address of a picture; {@code ^} is no character of a URI (RFC 3986). */
  String uri(ImageRequest parameters) {
    return uri() + "/" + written(parameters);
  }

  static String written(ImageRequest request) {
    return request.parameters().replace("^", "%5E");
  }

  /** The query with its question mark, as the client wrote it; empty if there is none. */
  String query() {
    return request.getQueryString() == null ? "" : "?" + request.getQueryString();
  }

  boolean head() {
    return request.getMethod().equals("HEAD");
  }
}
