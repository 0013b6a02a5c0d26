package org.casaba.codec.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import org.casaba.geometry.Rectangle;

/** Samples out of the decompressed bytes of a segment. */
final class UnpackedRows implements SampleRows {
  private final SegmentBytes bytes;
  private final Coding coding;
  private final boolean scaled;

  /** Samples to deliver of each row, and how many lie before them in {@link #row}. */
  private final int count;

  private final int before;

  /** The part of a stored row that is needed. */
  private final byte[] row;

  /** Bytes between the needed parts of two rows, and before the next. */
  private final long gap;

  private long due;

  /**
   * Starts before the first row of a part.
   *
   * @param width of the segment in pixels
   */
  UnpackedRows(SegmentBytes bytes, Coding coding, int width, Wanted wanted) {
    this.bytes = bytes;
    this.coding = coding;
    this.scaled = wanted.scaled();
    Rectangle part = wanted.part();
    long stride = coding.rowBytes(width);
    // Differences have to be summed up from the beginning of the row.
    long first = coding.predicted() ? 0 : (long) part.x() * coding.samples() * coding.bits() / 8;
    row = new byte[(int) (coding.rowBytes(part.right()) - first)];
    count = part.width() * coding.samples();
    before = (int) ((long) part.x() * coding.samples() - first * 8 / coding.bits());
    gap = stride - row.length;
    due = part.y() * stride + first;
  }

  /** The part of a segment to deliver and whether its samples are to be brought to 0 … 255. */
  record Wanted(Rectangle part, boolean scaled) {}

  @Override
  public void next(byte[] target, int offset) throws IOException {
    if (due > 0) {
      bytes.skip(due);
    }
    bytes.read(row, 0, row.length);
    due = gap;
    if (coding.predicted()) {
      sum();
    }
    switch (coding.bits()) {
      case 8 -> System.arraycopy(row, before, target, offset, count);
      case 16 -> halve(target, offset);
      default -> spread(target, offset);
    }
  }

  /** Undoes the predictor. */
  private void sum() {
    int step = coding.samples();
    if (coding.bits() == 8) {
      for (int i = step; i < row.length; i++) {
        row[i] += row[i - step];
      }
      return;
    }
    int high = coding.order() == ByteOrder.BIG_ENDIAN ? 0 : 1;
    for (int i = 2 * step; i < row.length; i += 2) {
      int low = (row[i + 1 - high] & 0xFF) + (row[i + 1 - high - 2 * step] & 0xFF);
      row[i + high] += (byte) (row[i + high - 2 * step] + (low >> 8));
      row[i + 1 - high] = (byte) low;
    }
  }

  /** 16 bits to 8: v * 255 / 65535, rounded. */
  private void halve(byte[] target, int offset) {
    int high = coding.order() == ByteOrder.BIG_ENDIAN ? 0 : 1;
    for (int i = 0, s = 2 * before; i < count; i++, s += 2) {
      int v = ((row[s + high] & 0xFF) << 8) | (row[s + 1 - high] & 0xFF);
      target[offset + i] = (byte) ((v + 128) / 257);
    }
  }

  /** Less than 8 bits to 8. */
  private void spread(byte[] target, int offset) {
    int bits = coding.bits();
    int mask = (1 << bits) - 1;
    int factor = scaled ? 255 / mask : 1;
    for (int i = 0; i < count; i++) {
      int at = (before + i) * bits;
      int v = (row[at >> 3] >> (8 - bits - (at & 7))) & mask;
      target[offset + i] = (byte) (v * factor);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
