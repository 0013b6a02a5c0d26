package org.casaba.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.RequestParser;
import org.jspecify.annotations.Nullable;

/**
 * What a URL asks for.
 *
 * @param origin scheme, host and path in front of {@code /iiif/}
 * @param path what follows the version
 * @param query with its question mark; empty if there is none
 */
record DryRunTarget(String origin, ApiVersion version, RawPath path, String query) {
  private static final Pattern URL =
      Pattern.compile(
          "(https?://[^/?#]+)?((?:/[^?#]*?)?)/iiif/([^/?#]+)/([^?#]*)(\\?[^#]*)?(#.*)?");
  private static final String SOMEWHERE = "http://localhost";

  /**
   * Checks that a URL lies below {@code /iiif/} of some server.
   *
   * @throws IllegalArgumentException if not
   */
  static void requireAddress(String url) {
    parts(url);
  }

  private static Matcher parts(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a URL is written /iiif/3/x/full/max/0/default.jpg or /iiif/3/x/info.json, not " + url);
    }
    return parts;
  }

  /**
   * The same on a server, if the URL begins with a slash and names none.
   *
   * @param origin scheme, host and path in front of {@code /iiif/}
   */
  static String at(String origin, String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches() && parts.group(1) == null ? origin + url.substring(parts.end(2)) : url;
  }

  /**
   * @throws IllegalArgumentException if the URL does not lie below {@code /iiif/}
   * @throws IllegalRequestException if it is no address of an image or its information
   */
  static DryRunTarget parse(String url, WebSettings settings) throws IllegalRequestException {
    Matcher parts = parts(url);
    String origin =
        parts.group(1) != null
            ? parts.group(1) + parts.group(2)
            : settings.baseUri().map(Object::toString).orElse(SOMEWHERE + parts.group(2));
    return new DryRunTarget(
        origin,
        IiifServlet.version(parts.group(3)),
        RawPath.parse(parts.group(4)),
        Optional.ofNullable(parts.group(5)).orElse(""));
  }

  /** The picture that is asked for; nothing if it is information. */
  Optional<ImageRequest> picture(Identifier identifier) throws IllegalRequestException {
    return path instanceof RawPath.Image image
        ? Optional.of(RequestParser.parse(version, identifier, image.parameters()))
        : Optional.empty();
  }

  RequestFacts facts(
      MetaIdentifier image, @Nullable ImageRequest picture, RequestFacts.Caller caller) {
    String address = uri() + (picture == null ? "/info.json" : "/" + Call.written(picture)) + query;
    return new RequestFacts(version, image, picture, caller, address, address);
  }

  /** Address of the image. */
  String uri() {
    return uri(path.rawIdentifier());
  }

  /** Address of another image at the same place. */
  String uri(String rawIdentifier) {
    return origin + "/iiif/" + version.number() + "/" + rawIdentifier;
  }
}
