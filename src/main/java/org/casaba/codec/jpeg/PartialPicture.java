package org.casaba.codec.jpeg;

import java.util.List;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.BlockRange;
import org.casaba.jpeg.Frame;

/**
 * A part of a picture at a scale, and what is needed to make it.
 *
 * @param region in pixels of the scaled picture
 */
record PartialPicture(Frame frame, Rectangle region, List<ScaledComponent> components) {

  /**
   * A part of a picture.
   *
   * @param scale by which the picture is smaller: 1, 2, 4 or 8
   * @param region in pixels of the scaled picture, inside it
   */
  static PartialPicture of(Frame frame, int scale, Rectangle region) {
    if (!region.isInside(scaledSize(frame, scale))) {
      throw new IllegalArgumentException("the region is not inside the picture");
    }
    List<ScaledComponent> components =
        frame.components().stream().map(c -> ScaledComponent.of(c, frame, scale)).toList();
    return new PartialPicture(frame, region, components);
  }

  static Dimensions scaledSize(Frame frame, int scale) {
    return new Dimensions(
        Math.ceilDiv(frame.size().width(), scale), Math.ceilDiv(frame.size().height(), scale));
  }

  /** The needed blocks of each component. */
  List<BlockRange> blocks() {
    return components.stream().map(c -> c.blocks(region)).toList();
  }

  /** How many MCU rows must be decoded before that row of the scaled picture can be made. */
  int mcuRowsFor(int y) {
    int rows = 0;
    for (ScaledComponent component : components) {
      rows = Math.max(rows, component.lastMcuRow(y) + 1);
    }
    return rows;
  }

  /** How many MCU rows must be decoded in all. */
  int mcuRows() {
    return mcuRowsFor(region.bottom() - 1);
  }
}
