package org.casaba.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the server is seen from outside.
 *
 * @param base {@code base_uri}: scheme, host and path in front of {@code /iiif/}; null to derive it
 *     from each request
 * @param slashSubstitute {@code slash_substitute}: what stands for a slash in identifiers; empty
 *     for nothing
 * @param trustedProxies {@code proxy.trusted}: addresses and CIDR blocks whose forwarded headers
 *     count
 * @param caching how long clients may keep answers
 */
public record WebSettings(
    @Nullable URI base,
    String slashSubstitute,
    List<String> trustedProxies,
    CachingSettings caching) {
  public WebSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  public Optional<URI> baseUri() {
    return Optional.ofNullable(base);
  }
}
