package org.casaba.delegate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A request, as far as a rule may base its decision on it.
 *
 * @param image which image, which page of it, and how much of its size
 * @param parameters what picture is wanted; null for information requests
 * @param caller who asks
 * @param address absolute URI at which the client sees what it asks for
 * @param localAddress absolute URI at which this server sees it, behind a proxy
 */
public record RequestFacts(
    ApiVersion version,
    MetaIdentifier image,
    @Nullable ImageRequest parameters,
    Caller caller,
    String address,
    String localAddress) {

  /**
   * Who asks: all that can be different between two requests for the same address.
   *
   * @param address IP address of the client, as a trusted proxy says it; null if that says what is
   *     none
   * @param headers request headers, by lower-case name
   */
  public record Caller(@Nullable String address, Map<String, List<String>> headers) {
    public Caller {
      headers = Map.copyOf(headers);
    }
  }

  /** What picture is wanted; nothing if it is information. */
  public Optional<ImageRequest> imageRequest() {
    return Optional.ofNullable(parameters);
  }
}
