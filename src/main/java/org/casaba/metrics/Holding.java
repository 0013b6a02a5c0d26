package org.casaba.metrics;

/**
 * How much of an image has been put into the cache.
 *
 * @param image its identifier
 * @param pictures that have been drawn of it
 * @param bytes of all of these
 */
public record Holding(String image, long pictures, long bytes) {

  Holding and(Holding more) {
    return new Holding(image, pictures + more.pictures, bytes + more.bytes);
  }
}
