package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.delegate.DelegateException;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.plan.UnsatisfiableRequestException;
import org.casaba.render.OverlayException;
import org.casaba.service.OverloadedException;
import org.casaba.service.SlowClientException;
import org.casaba.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only place where exceptions become statuses, and problems become answers. */
final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private static final int LONGEST_ADDRESS = 300;
  private static final int MOST_CAUSES = 5;

  private Problems() {}

  /** What becomes of a failure that is the server's. */
  @FunctionalInterface
  private interface Telling {
    Problem of(int status, String message, Throwable e);
  }

  /**
   * The answer to a failure, which is also logged if it is the server's.
   *
   * @param address what was asked for, as the client wrote it
   */
  static Problem of(Throwable e, String address) {
    return of(e, (status, message, x) -> logged(status, message, address, x));
  }

  /** Logs in one line a failure that nobody can be told any more: the answer has begun. */
  static void brokeOff(Throwable e, String address) {
    String message = tried(e).message();
    log.warn("The answer to {} broke off: {}{}", shown(address), message, details(message, e));
    log.debug("Broken off", e);
  }

  /** The same for what somebody has only tried out, and the log need not know. */
  static Problem tried(Throwable e) {
    return of(e, (status, message, _) -> Problem.of(status, message + "."));
  }

  private static Problem of(Throwable e, Telling telling) {
    return switch (e) {
      case IllegalRequestException x -> Problem.of(400, message(x));
      case UnsatisfiableRequestException x ->
          switch (x.reason()) {
            case OUT_OF_BOUNDS -> Problem.of(400, message(x));
            case NOT_OFFERED -> Problem.of(501, message(x));
          };
      case DelegateException.Failed x -> telling.of(500, "The rules of access have failed", x);
      case DelegateException.Busy x ->
          telling.of(503, "The rules of access cannot be asked at the moment", x);
      case SourceException.Missing x -> Problem.of(404, "There is no image of this name.");
      case SourceException.Forbidden x ->
          telling.of(500, "The server is not allowed to read this image", x);
      case SourceException.Unavailable x ->
          telling.of(503, "The place where images are kept does not answer", x);
      case UnsupportedImageException x ->
          Problem.of(501, "This image cannot be shown: " + message(x));
      case DamagedImageException x ->
          telling.of(500, "The stored image is damaged: " + message(x), x);
      case OverlayException x ->
          telling.of(500, "What belongs over this picture cannot be drawn", x);
      case OverloadedException x -> Problem.of(503, message(x) + ".");
      case SlowClientException x -> Problem.of(503, message(x) + ".");
      case OutOfMemoryError x ->
          telling.of(503, "There is no memory left for this at the moment", x);
      default -> {
        log.warn("Unexpected", e);
        yield telling.of(500, "Something went wrong inside the server", e);
      }
    };
  }

  private static String message(Throwable e) {
    return Optional.ofNullable(e.getMessage()).orElse("no reason is known");
  }

  private static Problem logged(int status, String message, String address, Throwable e) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    log.warn("Problem {} at {}: {}{}", id, shown(address), message, details(message, e));
    log.debug("Problem {}", id, e);
    return Problem.of(status, message + ". The server's log knows more under " + id + ".");
  }

  private static String shown(String address) {
    return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
  }

  /** What the client is not told. */
  private static String details(String message, Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(MOST_CAUSES)
        .filter(each -> !message.contains(message(each)))
        .map(each -> " (" + each + ")")
        .collect(Collectors.joining());
  }

  /** Answers with the problem, as a page if a browser asks, else as plain text. */
  static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    problem.challenge().ifPresent(c -> response.setHeader("WWW-Authenticate", c));
    if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "10");
    }
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    boolean page = new MediaRanges(accept).explicit("text/html") > 0;
    response.setContentType(page ? "text/html;charset=UTF-8" : "text/plain;charset=UTF-8");
    byte[] body =
        (page ? page(problem) : problem.message() + "\n").getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private static String page(Problem problem) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>%s</title></head>
    <body><h1>%s</h1><p>%s</p></body>
    </html>
    """
        .formatted(problem.title(), problem.title(), escape(problem.message()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
