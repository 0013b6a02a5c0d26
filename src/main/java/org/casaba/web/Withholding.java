package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.casaba.delegate.Access;

/** Answers what the delegate's rules do not give. */
final class Withholding {
  private Withholding() {}

  /**
   * @param address absolute URI of what was asked for, as the client sees it
   */
  static void send(
      Access.Withheld decision, String address, Call call, HttpServletResponse response)
      throws IOException {
    switch (decision) {
      case Access.Redirected(int status, URI location) -> {
        response.setStatus(status);
        response.setHeader("Location", location(location, address));
        response.setHeader("Cache-Control", Caching.PERSONAL);
      }
      case Access.Reduced _ -> throw new UnsupportedOperationException("meta-identifiers");
      case Access.Refused(int status, String message, String authenticate) ->
          Problems.send(new Problem(status, message, authenticate), call.request(), response);
    }
  }

  /** Where a redirect leads, as the client is to see it. */
  static String location(URI location, String address) {
    return URI.create(address).resolve(location).toASCIIString();
  }
}
