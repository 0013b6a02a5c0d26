package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.Scale;

/** Answers what the delegate's rules do not give. */
record Withholding(Site site, Call call) {

  /**
   * @param address absolute URI of what was asked for, as the client sees it
   * @throws DelegateException if the rules lead nowhere
   */
  void send(Access.Withheld decision, String address, HttpServletResponse response)
      throws IOException, DelegateException, IllegalRequestException {
    switch (decision) {
      case Access.Redirected(int status, URI location) ->
          redirect(status, location(location, address), response);
      case Access.Reduced(int status, Scale scale) ->
          redirect(status, reduced(address, scale), response);
      case Access.Refused(int status, String message, String authenticate) ->
          Problems.send(new Problem(status, message, authenticate), call.request(), response);
    }
  }

  /** Where a redirect leads, as the client is to see it. */
  static String location(URI location, String address) {
    return URI.create(address).resolve(location).toASCIIString();
  }

  private static void redirect(int status, String location, HttpServletResponse response) {
    response.setStatus(status);
    response.setHeader("Location", location);
    response.setHeader("Cache-Control", Caching.PERSONAL);
  }

  /** Where the same is to be had of the image at that scale. */
  private String reduced(String address, Scale scale)
      throws DelegateException, IllegalRequestException {
    return call.base()
        + "/"
        + site.names().reduced(call.path().rawIdentifier(), call.image(), scale)
        + address.substring(call.uri().length())
        + call.query();
  }
}
