package org.casaba.service;

/**
 * Images that are kept open.
 *
 * @param images {@code pool.images}: how many, 0 or more
 */
public record PoolSettings(int images) {
  public PoolSettings {
    if (images < 0) {
      throw new IllegalArgumentException("fewer than none");
    }
  }
}
