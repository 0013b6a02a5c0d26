package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.casaba.service.Picture;

/**
 * Leaves it to Tomcat to send a file, which lets the system do it (Tomcat's Advanced IO and
 * Tomcat). It is opened once more for that, by its name, as soon as the servlet has returned: what
 * becomes shorter in between is noticed and breaks off; for the rest it has just been looked at.
 */
final class Sendfile {
  private static final String ATTRIBUTES = "org.apache.tomcat.sendfile.";
  private static final String FACADES = "org.apache.catalina.connector.";

  /** Below, it is not worth it: Tomcat's own files are sent so from this length on, in bytes. */
  private static final long SHORTEST = 48 * 1024;

  private Sendfile() {}

  /** Whether Tomcat is going to send it; nobody else is to write then. */
  static boolean takes(
      Picture.Whole whole, HttpServletRequest request, HttpServletResponse response) {
    Optional<Path> file = whole.file();
    boolean worthIt = file.isPresent() && whole.length() >= SHORTEST;
    if (!worthIt || !canBeWritten(file.get()) || !isOffered(request, response)) {
      return false;
    }
    request.setAttribute(ATTRIBUTES + "filename", file.get().toString());
    request.setAttribute(ATTRIBUTES + "start", 0L);
    request.setAttribute(ATTRIBUTES + "end", whole.length());
    return true;
  }

  /** In some locales, a path that is written down is another path. */
  private static boolean canBeWritten(Path file) {
    try {
      return Path.of(file.toString()).equals(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The connector has to be able to, and nobody to stand between who wants to see the bytes. */
  private static boolean isOffered(HttpServletRequest request, HttpServletResponse response) {
    return Boolean.TRUE.equals(request.getAttribute(ATTRIBUTES + "support"))
        && request.getClass().getName().equals(FACADES + "RequestFacade")
        && response.getClass().getName().equals(FACADES + "ResponseFacade");
  }
}
