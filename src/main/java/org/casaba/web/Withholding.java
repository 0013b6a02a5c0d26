package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.casaba.delegate.Access;

/** Answers what the delegate's rules do not give. */
final class Withholding {
  private Withholding() {}

  static void send(Access.Withheld decision, Call call, HttpServletResponse response)
      throws IOException {
    switch (decision) {
      case Access.Redirected(int status, URI location) -> {
        response.setStatus(status);
        response.setHeader("Location", location.toASCIIString());
        response.setHeader("Cache-Control", "private, no-cache");
      }
      case Access.Refused(int status, String message, String authenticate) ->
          Problems.send(new Problem(status, message, authenticate), call.request(), response);
    }
  }
}
