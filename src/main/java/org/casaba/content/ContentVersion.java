package org.casaba.content;

import java.time.Instant;

/**
 * Tells one state of an image's bytes from another: what a cache key and an ETag are made of.
 *
 * @param size length in bytes, 0 or more
 * @param modified when the bytes last changed, as the source says
 * @param tag the source's own mark of the state (an object store's ETag); empty where it has none
 */
public record ContentVersion(long size, Instant modified, String tag) {
  public ContentVersion {
    if (size < 0) {
      throw new IllegalArgumentException("negative size " + size);
    }
  }
}
