package org.casaba.codec.jpeg;

import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.BlockRange;
import org.casaba.jpeg.Component;
import org.casaba.jpeg.Frame;

/**
 * A component of a picture that is decoded at a scale.
 *
 * @param blockSize samples that a block gives in either direction: 1, 2, 4 or 8
 * @param blocksInMcu block rows in an MCU row
 */
record ScaledComponent(int blockSize, int blocksInMcu, Axis horizontal, Axis vertical) {

  /**
   * A component at a scale. As in libjpeg, a component with fewer samples than others is scaled
   * down less by the transform, as far as possible, instead of being scaled up again afterwards;
   * and upsampling is smooth where a sample stands for two pixels in either direction or both.
   *
   * @param scale by which the picture is smaller: 1, 2, 4 or 8
   */
  static ScaledComponent of(Component component, Frame frame, int scale) {
    int pixelSize = 8 / scale;
    int pixelsAcross = frame.maxHorizontal() * pixelSize;
    int pixelsDown = frame.maxVertical() * pixelSize;
    int blockSize = pixelSize;
    while (blockSize < 8
        && pixelsAcross % (component.horizontal() * blockSize * 2) == 0
        && pixelsDown % (component.vertical() * blockSize * 2) == 0) {
      blockSize *= 2;
    }
    int across = component.horizontal() * blockSize;
    int down = component.vertical() * blockSize;
    int width = Math.ceilDiv(frame.size().width() * across, 8 * frame.maxHorizontal());
    int height = Math.ceilDiv(frame.size().height() * down, 8 * frame.maxVertical());
    boolean doubledAcross = across * 2 == pixelsAcross && width > 2;
    boolean doubledDown = down * 2 == pixelsDown;
    boolean smooth =
        pixelSize > 1
            && ((doubledAcross && (doubledDown || down == pixelsDown))
                || (doubledDown && across == pixelsAcross));
    return new ScaledComponent(
        blockSize,
        component.vertical(),
        new Axis(across, pixelsAcross, width, smooth && doubledAcross),
        new Axis(down, pixelsDown, height, smooth && doubledDown));
  }

  /** The blocks that are needed for a part of the scaled picture. */
  BlockRange blocks(Rectangle region) {
    return new BlockRange(
        horizontal.first(region.x()) / blockSize,
        vertical.first(region.y()) / blockSize,
        horizontal.last(region.right() - 1) / blockSize + 1,
        vertical.last(region.bottom() - 1) / blockSize + 1,
        blockSize == 1);
  }

  /** The last MCU row that is needed for a row of the scaled picture. */
  int lastMcuRow(int y) {
    return vertical.last(y) / mcuHeight();
  }

  /** Sample rows in an MCU row. */
  int mcuHeight() {
    return blocksInMcu * blockSize;
  }
}
