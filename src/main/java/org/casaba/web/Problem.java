package org.casaba.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error.
 *
 * @param status 400 to 599
 * @param message for the client: what is wrong and what is allowed
 * @param authenticate value of {@code WWW-Authenticate}; null for none
 */
record Problem(int status, String message, @Nullable String authenticate) {

  static Problem of(int status, String message) {
    return new Problem(status, message, null);
  }

  Optional<String> challenge() {
    return Optional.ofNullable(authenticate);
  }

  /** The reason phrase of the status, for a heading. */
  String title() {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Log-in needed";
      case 403 -> "Forbidden";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 500 -> "Server error";
      case 501 -> "Not implemented";
      case 503 -> "Not available at the moment";
      default -> "Error " + status;
    };
  }
}
