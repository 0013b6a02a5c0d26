package org.casaba.render;

import org.casaba.geometry.Dimensions;
import org.casaba.plan.Overlay.Placement;

/**
 * Where an overlay lies on a picture, in the picture's pixels; it may reach beyond its edges.
 *
 * @param size of the overlay as it is seen
 * @param repeated whether there are more of it to the right and below
 * @param gap between them, pixels
 */
record Spot(int left, int top, Dimensions size, boolean repeated, int gap) {

  static Spot of(Placement placement, Dimensions overlay, Dimensions picture) {
    int inset = placement.inset();
    int right = picture.width() - overlay.width();
    int bottom = picture.height() - overlay.height();
    int x = inside(inset, right);
    int y = inside(inset, bottom);
    int middle = Math.floorDiv(right, 2);
    int centre = Math.floorDiv(bottom, 2);
    return switch (placement.position()) {
      case TOP_LEFT -> at(x, y, overlay);
      case TOP_CENTER -> at(middle, y, overlay);
      case TOP_RIGHT -> at(right - x, y, overlay);
      case LEFT_CENTER -> at(x, centre, overlay);
      case CENTER -> at(middle, centre, overlay);
      case RIGHT_CENTER -> at(right - x, centre, overlay);
      case BOTTOM_LEFT -> at(x, bottom - y, overlay);
      case BOTTOM_CENTER -> at(middle, bottom - y, overlay);
      case BOTTOM_RIGHT -> at(right - x, bottom - y, overlay);
      case REPEAT -> new Spot(x, y, overlay, true, inset);
      case SCALED -> filling(overlay, free(picture, inset), picture);
    };
  }

  /** The same spot on the picture without its first rows. */
  Spot raised(int rows) {
    if (!repeated || top >= rows) {
      return new Spot(left, top - rows, size, repeated, gap);
    }
    long period = (long) size.height() + gap;
    return new Spot(left, (int) -((rows - top) % period), size, true, gap);
  }

  private static Spot at(int left, int top, Dimensions size) {
    return new Spot(left, top, size, false, 0);
  }

  /** An inset gives way rather than push the overlay out of a small picture. */
  private static int inside(int inset, int room) {
    return Math.clamp(room / 2, 0, inset);
  }

  /** What is left of a picture between the insets; at least a pixel. */
  static Dimensions free(Dimensions picture, int inset) {
    return new Dimensions(
        (int) Math.max(1, picture.width() - 2L * inset),
        (int) Math.max(1, picture.height() - 2L * inset));
  }

  private static Spot filling(Dimensions overlay, Dimensions free, Dimensions picture) {
    double scale =
        Math.min(
            (double) free.width() / overlay.width(), (double) free.height() / overlay.height());
    Dimensions size =
        new Dimensions(scaled(overlay.width(), scale), scaled(overlay.height(), scale));
    int left = Math.floorDiv(picture.width() - size.width(), 2);
    int top = Math.floorDiv(picture.height() - size.height(), 2);
    return at(left, top, size);
  }

  private static int scaled(int length, double scale) {
    return (int) Math.max(1, Math.round(length * scale));
  }
}
