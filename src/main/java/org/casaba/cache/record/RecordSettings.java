package org.casaba.cache.record;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where derivatives are kept for several servers, and for the time after a restart.
 *
 * @param directory {@code cache.record.directory}: the tree of files; null for none
 * @param maxSize {@code cache.record.max_size}: bytes that its files may take
 * @param cluster {@code cache.cluster}: the Terracotta server; null for none
 * @param clusterSize {@code cache.cluster.max_size}: bytes of its memory
 */
public record RecordSettings(
    @Nullable Path directory, long maxSize, @Nullable URI cluster, long clusterSize) {

  /** What can be chosen as {@code cache.record}. */
  public enum Choice {
    NONE,
    DIRECTORY
  }

  public RecordSettings {
    if (maxSize < 1 || clusterSize < 1) {
      throw new IllegalArgumentException(maxSize + " and " + clusterSize + " bytes");
    }
    if (cluster != null && !isCluster(cluster)) {
      throw new IllegalArgumentException(cluster + " is no Terracotta server");
    }
  }

  /** Whether that has the form {@code terracotta://host:port/name}, perhaps of several hosts. */
  public static boolean isCluster(URI uri) {
    return "terracotta".equals(uri.getScheme())
        && uri.getAuthority() != null
        && uri.getUserInfo() == null
        && uri.getPath() != null
        && uri.getPath().matches("/[A-Za-z0-9_-]+")
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }
}
