package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.Scale;

/**
 * Answers what the delegate's rules do not give.
 *
 * @param varies whether another caller may be told something else
 */
record Withholding(Site site, Call call, boolean varies) {

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
    // Queries are as clients write them, and often no part of a URI.
    int query = address.indexOf('?');
    String asked = query < 0 ? address : address.substring(0, query);
    return URI.create(asked).resolve(location).toASCIIString();
  }

  private void redirect(int status, String location, HttpServletResponse response) {
    response.setStatus(status);
    response.setHeader("Location", location);
    Caching.ofInformation(site.settings()).write(varies, response);
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
