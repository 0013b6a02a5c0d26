package org.casaba.web;

import org.casaba.metrics.Way;

/** Says in words how a picture was come by. */
final class WayText {
  private WayText() {}

  static String of(Way way) {
    return switch (way) {
      case CACHE -> "kept before";
      case FILE -> "stored file, whole";
      case COPY -> "stored tile, copied";
      case CROP -> "part of a stored tile";
      case JOIN -> "stored tiles, joined";
      case INDEX -> "part of a JPEG file";
      case RENDER -> "drawn";
    };
  }
}
