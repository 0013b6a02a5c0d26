package org.casaba.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images that have been dropped while the pool was locked, and are closed after that: a network's
 * file system may take its time. For one thread.
 */
final class Unused {
  private static final Logger LOG = LoggerFactory.getLogger(Unused.class);

  private final List<SharedImage> images = new ArrayList<>();

  /** Adds an image that has been dropped, unless somebody uses it, who closes it in the end. */
  void add(SharedImage image) {
    if (image.users == 0) {
      images.add(image);
    }
  }

  void close() {
    for (SharedImage image : images) {
      try {
        image.close();
      } catch (IOException e) {
        LOG.warn("An image could not be closed", e);
      }
    }
  }
}
