package org.casaba.delegate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The institution's rules, written as a script.
 *
 * @param file {@code delegate.script}: ends in {@code .js} or {@code .py}; null for no rules
 * @param pool how much the script may use
 * @param redirectHosts {@code delegate.redirect_hosts}: where a redirect may lead to beside the
 *     request's own host; lower case
 * @param cases {@code delegate.tests}: folder of cases that a script must pass; null for none
 * @param lookup what the script is asked beside access
 */
public record DelegateSettings(
    @Nullable Path file,
    Pool pool,
    List<String> redirectHosts,
    @Nullable Path cases,
    Lookup lookup) {

  public DelegateSettings {
    redirectHosts = List.copyOf(redirectHosts);
  }

  public Optional<Path> script() {
    return Optional.ofNullable(file);
  }

  public Optional<Path> tests() {
    return Optional.ofNullable(cases);
  }

  /**
   * How much the script may use.
   *
   * @param timeout {@code delegate.timeout}: for what is asked at a time about one request
   * @param contexts {@code delegate.pool}: how many requests it is asked about at once, 1 or more
   * @param queue {@code delegate.queue}: how many requests may wait for that, 1 or more
   */
  public record Pool(Duration timeout, int contexts, int queue) {
    public Pool {
      if (timeout.isNegative() || timeout.isZero() || contexts < 1 || queue < 1) {
        throw new IllegalArgumentException("time, contexts and queue are more than 0");
      }
    }
  }

  /** Who names the source of an image. */
  public enum SourceChoice {
    FILESYSTEM,
    SCRIPT
  }

  /** Who names an image's file. */
  public enum FileChoice {
    IDENTIFIER,
    SCRIPT
  }

  /**
   * What the script is asked beside access.
   *
   * @param source {@code source.default}
   * @param file {@code source.filesystem.lookup}
   * @param root {@code source.filesystem.root}: what the files that a script names are below
   * @param identifiers whether it reads and writes meta-identifiers
   */
  public record Lookup(SourceChoice source, FileChoice file, Path root, boolean identifiers) {}
}
