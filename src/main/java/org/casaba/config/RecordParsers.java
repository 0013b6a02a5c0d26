package org.casaba.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casaba.cache.record.RecordSettings;

/** Where derivatives are kept for several servers. */
final class RecordParsers {
  private RecordParsers() {}

  /** A Terracotta server's address. Empty text: none. */
  static Optional<URI> cluster(String text) throws IllegalValueException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      if (RecordSettings.isCluster(uri)) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      throw notCluster();
    }
    throw notCluster();
  }

  private static IllegalValueException notCluster() {
    return new IllegalValueException(
        "is no Terracotta server", "an address such as terracotta://host:9410/casaba, or empty");
  }

  /**
   * What the keys come to.
   *
   * @param place where a path leads
   */
  static RecordSettings settings(Values values, UnaryOperator<Path> place) {
    Optional<Path> directory = values.get(Keys.CACHE_RECORD_DIRECTORY).map(place);
    boolean wanted =
        switch (values.get(Keys.CACHE_RECORD)) {
          case NONE -> false;
          case DIRECTORY -> true;
        };
    if (wanted && directory.isEmpty()) {
      values.report(Keys.CACHE_RECORD, "needs a directory", "set cache.record.directory too");
    }
    return new RecordSettings(
        wanted ? directory.orElse(null) : null,
        values.get(Keys.CACHE_RECORD_MAX_SIZE),
        values.get(Keys.CACHE_CLUSTER).orElse(null),
        values.get(Keys.CACHE_CLUSTER_MAX_SIZE));
  }
}
