package org.casaba.delegate;

import java.util.List;
import java.util.Map;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;

/**
 * What a rule may base its decision on.
 *
 * @param clientAddress IP address of the caller
 * @param headers request headers, by lower-case name
 */
public record RequestFacts(
    ApiVersion version,
    Identifier identifier,
    String clientAddress,
    Map<String, List<String>> headers) {
  public RequestFacts {
    headers = Map.copyOf(headers);
  }
}
