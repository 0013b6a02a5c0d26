package org.casaba.render;

import java.util.List;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;

/**
 * Blackens parts of a picture, opaquely. The first of all steps: what later ones mix with its
 * neighbours is black already.
 *
 * @param redactions in pixels of the resolution level
 * @param source the part of that level that the picture is
 */
record Redact(List<Rectangle> redactions, Rectangle source) implements Step {

  @Override
  public PixelRows apply(PixelRows rows) {
    List<Rectangle> parts =
        redactions.stream()
            .flatMap(each -> each.intersection(source).stream())
            .map(this::moved)
            .toList();
    return parts.isEmpty() ? rows : new RedactedRows(rows, parts);
  }

  private Rectangle moved(Rectangle part) {
    return new Rectangle(part.x() - source.x(), part.y() - source.y(), part.width(), part.height());
  }
}
