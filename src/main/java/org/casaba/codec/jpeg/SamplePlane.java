package org.casaba.codec.jpeg;

import org.casaba.jpeg.BlockRange;

/**
 * The samples of one component that the rows now being made need: a window as wide as the wanted
 * blocks and as high as one MCU row and the sample row above it, which slides down the picture. Not
 * thread-safe.
 */
final class SamplePlane {
  private final ScaledComponent component;
  private final BlockRange wanted;
  private final byte[] samples;
  private final int stride;
  private final InverseDct transform = new InverseDct();
  private final ReducedInverseDct reduced = new ReducedInverseDct();

  /** Row of the component that the window's first row is. */
  private int top;

  /**
   * A window above the first MCU row.
   *
   * @param wanted blocks; others must not be put
   */
  SamplePlane(ScaledComponent component, BlockRange wanted) {
    this.component = component;
    this.wanted = wanted;
    stride = (wanted.right() - wanted.left()) * component.blockSize();
    samples = new byte[stride * (component.mcuHeight() + 1)];
    top = -1 - component.mcuHeight();
  }

  ScaledComponent component() {
    return component;
  }

  BlockRange wanted() {
    return wanted;
  }

  /** Moves the window down by an MCU row. */
  void slide() {
    System.arraycopy(samples, samples.length - stride, samples, 0, stride);
    top += component.mcuHeight();
  }

  /** Takes a block of the MCU row in the window; its coefficients are 0 afterwards. */
  void put(int column, int row, int[] coefficients, int last) {
    int size = component.blockSize();
    int offset = (row * size - top) * stride + (column - wanted.left()) * size;
    if (size == 8) {
      transform.transform(coefficients, last, samples, offset, stride);
    } else {
      reduced.transform(size, coefficients, samples, offset, stride);
    }
  }

  /** The array that holds the samples. */
  byte[] samples() {
    return samples;
  }

  /** Where in the array a sample of the component is or, if it is left of the window, would be. */
  int index(int x, int y) {
    return (y - top) * stride + x - wanted.left() * component.blockSize();
  }
}
