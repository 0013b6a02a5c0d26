package org.casaba.render;

import org.casaba.codec.JpegPart;
import org.casaba.metrics.Way;
import org.casaba.plan.ResolutionLevel;

/** Names the way in which a part of stored JPEG data is come by. */
final class Ways {
  private Ways() {}

  /** As for what is stored in tiles; of what is stored in one piece, another name. */
  static Way of(JpegPart part, ResolutionLevel level) {
    boolean tiled = level.tile().isPresent();
    return switch (part.way()) {
      case COPY -> tiled ? Way.COPY : Way.FILE;
      case CROP -> tiled ? Way.CROP : Way.INDEX;
      case JOIN -> Way.JOIN;
    };
  }
}
