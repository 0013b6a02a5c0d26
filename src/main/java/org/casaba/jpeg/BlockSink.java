package org.casaba.jpeg;

/** Takes the blocks of a scan as they are decoded. */
@FunctionalInterface
public interface BlockSink {

  /**
   * Takes one block.
   *
   * @param component index into the frame's components
   * @param column of the block in its component
   * @param row of the block in its component
   * @param coefficients 64, dequantized, row by row; all 0 again afterwards
   * @param last place in zigzag order behind which all coefficients are 0
   */
  void accept(int component, int column, int row, int[] coefficients, int last);
}
