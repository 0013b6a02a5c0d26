package org.casaba.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Lets administrators through who show their name and password (HTTP Basic, RFC 7617). While none
 * are configured, there is nothing here: 404.
 */
public final class AdminFilter implements Filter {
  private final Doorkeeper doorkeeper = new Doorkeeper(System::nanoTime);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<Site> site = CurrentSite.of(request.getServletContext()).get();
    Optional<String> credentials = site.flatMap(s -> s.admin().credentials());
    if (credentials.isEmpty()) {
      Problems.send(Problem.of(404, "There is nothing here."), asked, answer);
    } else if (!shown(asked, credentials.get())) {
      // Browsers show nothing at first.
      if (asked.getHeader("Authorization") != null) {
        doorkeeper.refused(
            site.flatMap(s -> s.clientAddress().of(asked)).orElse("an unknown address"));
      }
      Problems.send(
          new Problem(
              401,
              "Administrators log in with admin.username and admin.password.",
              "Basic realm=\"Casaba\", charset=\"UTF-8\""),
          asked,
          answer);
    } else if (isForeign(asked)) {
      Problems.send(Problem.of(403, "This was sent by a page of another site."), asked, answer);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean shown(HttpServletRequest request, String credentials) {
    String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    try {
      byte[] shown = Base64.getDecoder().decode(header.substring(6).strip());
      // Of digests, so that the time does not even tell the length.
      return MessageDigest.isEqual(
          digest(shown), digest(credentials.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Browsers send the password along with whatever another site makes them send. */
  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    if (!changes) {
      return false;
    }
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader("Origin");
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
    return origin != null && !origin.replaceFirst("^https?://", "").equals(host);
  }
}
