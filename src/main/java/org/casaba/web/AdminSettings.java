package org.casaba.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may see the administrators' pages, which do not exist while this is not set.
 *
 * @param name {@code admin.username}; null for nobody
 * @param secret {@code admin.password}; null for nobody
 */
public record AdminSettings(@Nullable String name, @Nullable String secret) {

  /**
   * What has to be shown, the name before a colon and the password (RFC 7617); nothing while nobody
   * may see the pages.
   */
  public Optional<String> credentials() {
    return name == null || secret == null ? Optional.empty() : Optional.of(name + ":" + secret);
  }

  /** Never with the password. */
  @Override
  public String toString() {
    return "AdminSettings[" + name + "]";
  }
}
