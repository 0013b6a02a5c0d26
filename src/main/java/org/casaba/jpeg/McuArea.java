package org.casaba.jpeg;

/**
 * A part of a picture in MCUs.
 *
 * @param column first column, 0 or more
 * @param row first row, 0 or more
 * @param columns 1 or more
 * @param rows 1 or more
 */
public record McuArea(int column, int row, int columns, int rows) {
  public McuArea {
    if (column < 0 || row < 0 || columns < 1 || rows < 1) {
      throw new IllegalArgumentException("no part of a picture");
    }
  }
}
