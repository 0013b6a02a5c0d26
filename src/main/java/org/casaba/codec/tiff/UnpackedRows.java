package org.casaba.codec.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import org.casaba.geometry.Rectangle;

/** Samples out of the decompressed bytes of a segment. */
final class UnpackedRows implements SampleRows {
  private final SegmentBytes bytes;
  private final SampleLayout layout;

  /** What a sample's value becomes, for up to 8 bits. */
  private final byte[] values;

  /** Samples to deliver of each row, and how many bits lie before them in {@link #row}. */
  private final int count;

  private final int before;

  /** The part of a stored row that is needed. */
  private final byte[] row;

  /** Bytes between the needed parts of two rows, and before the next. */
  private final long gap;

  private long due;

  /** The part of a segment to deliver and whether its samples are to be brought to 0 … 255. */
  record Wanted(Rectangle part, boolean scaled) {}

  /**
   * Starts before the first row of a part.
   *
   * @param width of the segment in pixels
   */
  UnpackedRows(SegmentBytes bytes, SampleLayout layout, int width, Wanted wanted) {
    this.bytes = bytes;
    this.layout = layout;
    values = values(layout.bits(), wanted.scaled());
    Rectangle part = wanted.part();
    long stride = layout.rowBytes(width);
    long bit = (long) part.x() * layout.samples() * layout.bits();
    // Differences have to be summed up from the beginning of the row.
    long first = layout.predicted() ? 0 : bit / 8;
    row = new byte[(int) (layout.rowBytes(part.right()) - first)];
    count = part.width() * layout.samples();
    before = (int) (bit - first * 8);
    gap = stride - row.length;
    due = part.y() * stride + first;
  }

  private static byte[] values(int bits, boolean scaled) {
    byte[] values = new byte[bits > 8 ? 0 : 1 << bits];
    for (int v = 0; v < values.length; v++) {
      int most = values.length - 1;
      values[v] = (byte) (scaled ? (v * 255 + most / 2) / most : v);
    }
    return values;
  }

  @Override
  public void next(byte[] target, int offset) throws IOException {
    if (due > 0) {
      bytes.skip(due);
    }
    bytes.read(row, 0, row.length);
    due = gap;
    if (layout.predicted()) {
      sum();
    }
    switch (layout.bits()) {
      case 8 -> System.arraycopy(row, before / 8, target, offset, count);
      case 16 -> halve(target, offset);
      case 1, 2, 4 -> spread(target, offset);
      default -> take(target, offset);
    }
  }

  /** Undoes the predictor. */
  private void sum() {
    int step = layout.samples();
    if (layout.bits() == 8) {
      if (step == 3) {
        sumOfThree();
        return;
      }
      for (int i = step; i < row.length; i++) {
        row[i] += row[i - step];
      }
      return;
    }
    int high = layout.order() == ByteOrder.BIG_ENDIAN ? 0 : 1;
    for (int i = 2 * step; i < row.length; i += 2) {
      int low = (row[i + 1 - high] & 0xFF) + (row[i + 1 - high - 2 * step] & 0xFF);
      row[i + high] += (byte) (row[i + high - 2 * step] + (low >> 8));
      row[i + 1 - high] = (byte) low;
    }
  }

  /** The usual case, three times faster where sums need not be read back. */
  private void sumOfThree() {
    byte red = 0;
    byte green = 0;
    byte blue = 0;
    for (int i = 0; i < row.length - 2; i += 3) {
      red += row[i];
      green += row[i + 1];
      blue += row[i + 2];
      row[i] = red;
      row[i + 1] = green;
      row[i + 2] = blue;
    }
  }

  /** 16 bits to 8: v * 255 / 65535, rounded. */
  private void halve(byte[] target, int offset) {
    int high = layout.order() == ByteOrder.BIG_ENDIAN ? 0 : 1;
    for (int i = 0, s = before / 8; i < count; i++, s += 2) {
      int v = ((row[s + high] & 0xFF) << 8) | (row[s + 1 - high] & 0xFF);
      target[offset + i] = (byte) ((v + 128) / 257);
    }
  }

  /** Samples of which a byte holds several. */
  private void spread(byte[] target, int offset) {
    int bits = layout.bits();
    int mask = (1 << bits) - 1;
    for (int i = 0, at = before; i < count; i++, at += bits) {
      target[offset + i] = values[(row[at >> 3] >> (8 - bits - (at & 7))) & mask];
    }
  }

  /** Samples that begin and end within bytes. */
  private void take(byte[] target, int offset) {
    int bits = layout.bits();
    int most = (1 << bits) - 1;
    for (int i = 0, at = before; i < count; i++, at += bits) {
      int three = 0;
      for (int b = at >> 3; b < (at >> 3) + 3; b++) {
        three = (three << 8) | (b < row.length ? row[b] & 0xFF : 0);
      }
      int v = (three >> (24 - bits - (at & 7))) & most;
      target[offset + i] = bits < 8 ? values[v] : (byte) ((v * 255 + most / 2) / most);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
