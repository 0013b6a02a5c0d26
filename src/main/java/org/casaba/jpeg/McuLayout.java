package org.casaba.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * How the blocks of a scan follow each other (ITU T.81 section A.2).
 *
 * @param columns MCUs in a row
 * @param rows MCU rows
 * @param blocks of one MCU, in their order
 */
record McuLayout(int columns, int rows, List<Place> blocks) {

  /**
   * Where one of an MCU's blocks lies in its component.
   *
   * @param part index into the scan's parts
   * @param component index into the frame's components
   * @param horizontal blocks that the component has in an MCU's width
   * @param vertical blocks that the component has in an MCU's height
   * @param column of the block within the MCU
   * @param row of the block within the MCU
   */
  record Place(int part, int component, int horizontal, int vertical, int column, int row) {}

  McuLayout {
    blocks = List.copyOf(blocks);
  }

  static McuLayout of(Scan scan, Frame frame) {
    if (!scan.interleaved()) {
      int index = scan.parts().getFirst().component();
      Component component = frame.components().get(index);
      return new McuLayout(
          frame.blockColumns(component),
          frame.blockRows(component),
          List.of(new Place(0, index, 1, 1, 0, 0)));
    }
    List<Place> places = new ArrayList<>();
    for (int part = 0; part < scan.parts().size(); part++) {
      int index = scan.parts().get(part).component();
      int horizontal = frame.components().get(index).horizontal();
      int vertical = frame.components().get(index).vertical();
      for (int row = 0; row < vertical; row++) {
        for (int column = 0; column < horizontal; column++) {
          places.add(new Place(part, index, horizontal, vertical, column, row));
        }
      }
    }
    return new McuLayout(frame.mcuColumns(), frame.mcuRows(), places);
  }

  /** All MCUs, by columns and rows. */
  BlockRange all() {
    return new BlockRange(0, 0, columns, rows, false);
  }

  /**
   * The MCUs that hold wanted blocks, and what lies between them.
   *
   * @param wanted of each of the frame's components
   */
  BlockRange mcus(List<BlockRange> wanted) {
    int left = columns;
    int top = rows;
    int right = 0;
    int bottom = 0;
    for (Place place : blocks) {
      BlockRange part = wanted.get(place.component());
      left = Math.min(left, part.left() / place.horizontal());
      top = Math.min(top, part.top() / place.vertical());
      right = Math.max(right, Math.ceilDiv(part.right(), place.horizontal()));
      bottom = Math.max(bottom, Math.ceilDiv(part.bottom(), place.vertical()));
    }
    return new BlockRange(left, top, Math.min(right, columns), Math.min(bottom, rows), false);
  }
}
