package org.casaba.jpeg;

/**
 * The wanted part of a component, in blocks.
 *
 * @param left first column
 * @param top first row
 * @param right first column behind the part
 * @param bottom first row below the part
 * @param dcOnly whether only the DC coefficient of each block is wanted
 */
public record BlockRange(int left, int top, int right, int bottom, boolean dcOnly) {

  boolean contains(int column, int row) {
    return column >= left && column < right && row >= top && row < bottom;
  }
}
