package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address at which clients see this application: what {@code id}, Link and Location are built
 * on. A configured address wins; else what a trusted proxy says it was asked for ({@code
 * Forwarded}, RFC 7239, or the {@code X-Forwarded-…} headers; where a header lists several values,
 * the one that the nearest proxy added; {@code Forwarded} only if there is no {@code
 * X-Forwarded-…}); else what the request itself says. A value that could not be part of an address
 * is as good as none.
 */
public final class PublicUri {
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  private static final Pattern HOST =
      Pattern.compile(
          "([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)*/?");
  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(\"[^\"]*\"|[^;,\"\\s]*)\\s*");

  /** What a request says of the address that it was sent to. */
  private record Asked(String scheme, String name, int port, String context) {}

  private record Known(Asked asked, String uri) {}

  private volatile @Nullable Known known;

  private final Optional<String> configured;
  private final Networks trusted;

  public PublicUri(WebSettings settings) {
    this.configured = settings.baseUri().map(URI::toString).map(PublicUri::withoutSlash);
    this.trusted = new Networks(settings.trustedProxies());
  }

  /** Scheme, host and path in front of {@code /iiif/}, without a slash at the end. */
  String of(HttpServletRequest request) {
    return configured.orElseGet(() -> derive(request));
  }

  private String derive(HttpServletRequest request) {
    return ProxyHeaders.areIn(request) && trusted.contain(request.getRemoteAddr())
        ? derive(request, forwarded(request))
        : asAsked(request);
  }

  /** As the request itself says; mostly it says the same as the one before. */
  private String asAsked(HttpServletRequest request) {
    Asked asked =
        new Asked(
            request.getScheme(),
            request.getServerName(),
            request.getServerPort(),
            request.getContextPath());
    Known last = known;
    if (last == null || !last.asked().equals(asked)) {
      last = new Known(asked, derive(request, Map.of()));
      known = last;
    }
    return last.uri();
  }

  private String derive(HttpServletRequest request, Map<String, String> said) {
    Optional<String> proto =
        Optional.ofNullable(said.get("proto"))
            .map(s -> s.toLowerCase(Locale.ROOT))
            .filter(s -> s.equals("http") || s.equals("https"));
    String scheme = proto.orElse(request.getScheme());
    Optional<Matcher> host = Optional.ofNullable(said.get("host")).flatMap(PublicUri::host);
    String name = host.map(m -> m.group(1)).orElseGet(() -> ownName(request));
    int ownPort = host.isPresent() ? -1 : ownPort(request);
    int port =
        Optional.ofNullable(said.get("port"))
            .flatMap(PublicUri::port)
            .or(() -> host.map(m -> m.group(2)).flatMap(PublicUri::port))
            .orElse(ownPort);
    String path =
        Optional.ofNullable(said.get("prefix"))
            .filter(p -> PATH.matcher(p).matches() && !p.contains(".."))
            .map(PublicUri::withoutSlash)
            .orElse(request.getContextPath());
    boolean usual = port < 0 || port == usualPort(scheme);
    return scheme + "://" + name + (usual ? "" : ":" + port) + path;
  }

  private static String ownName(HttpServletRequest request) {
    return host(request.getServerName()).map(m -> m.group(1)).orElse("localhost");
  }

  /** The port in the address that was asked for; none if it is the usual one. */
  private static int ownPort(HttpServletRequest request) {
    int port = request.getServerPort();
    return port == usualPort(request.getScheme()) ? -1 : port;
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static Map<String, String> forwarded(HttpServletRequest request) {
    ProxyHeaders headers = new ProxyHeaders(request);
    Map<String, String> said = new HashMap<>();
    headers.nearest("X-Forwarded-Proto").ifPresent(v -> said.put("proto", v));
    headers.nearest("X-Forwarded-Host").ifPresent(v -> said.put("host", v));
    headers.nearest("X-Forwarded-Port").ifPresent(v -> said.put("port", v));
    headers
        .nearest("X-Forwarded-Prefix")
        .or(() -> headers.nearest("X-Forwarded-Path"))
        .ifPresent(v -> said.put("prefix", v));
    List<String> standard = headers.standard();
    String last = standard.isEmpty() ? "" : standard.getLast();
    for (String part : last.split(";", -1)) {
      Matcher pair = PAIR.matcher(part);
      if (pair.matches()) {
        said.put(pair.group(1).toLowerCase(Locale.ROOT), pair.group(2).replace("\"", ""));
      }
    }
    return said;
  }

  private static Optional<Matcher> host(String text) {
    Matcher m = HOST.matcher(text);
    return m.matches() && (m.group(2) == null || port(m.group(2)).isPresent())
        ? Optional.of(m)
        : Optional.empty();
  }

  private static Optional<Integer> port(String text) {
    if (!PORT.matcher(text).matches()) {
      return Optional.empty();
    }
    int n = Integer.parseInt(text);
    return n >= 1 && n <= 65535 ? Optional.of(n) : Optional.empty();
  }

  private static String withoutSlash(String uri) {
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }
}
