package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.Arrays;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;

/**
 * A bilevel segment compressed by one of the facsimile schemes, ITU-T T.4 and T.6 and TIFF 6.0
 * sections 10 and 11: 0 bits for white, rows padded to bytes.
 */
final class CcittBytes implements SegmentBytes {
  /*
   * A row is kept as the columns where its colour changes, the first one being where white ends (0 if
   * the row begins black), followed by its width for ever. Changes at even indices therefore turn
   * black, those at odd indices turn white. In T.6's words: a0 is where coding stands, b1 the first
   * change of the row above that lies to the right of a0 and turns away from the colour that is being
   * coded, b2 the change after that.
   */

  /** Wide enough for any sheet; bounds what two rows of changes take. */
  static final int MOST_COLUMNS = 1 << 20;

  private static final int END_OF_LINE = 12;

  private final BitInput input;
  private final Compression scheme;
  private final boolean twoDimensionalLines;
  private final int width;

  private int[] above;
  private int[] changes;
  private int count;

  private final byte[] row;
  private int rowAt;

  /**
   * Starts a segment.
   *
   * @param options the field T4Options or T6Options
   * @param width of the segment in pixels
   */
  CcittBytes(SegmentInput input, Compression scheme, long options, int width)
      throws UnsupportedImageException {
    if (width > MOST_COLUMNS) {
      throw new UnsupportedImageException("The TIFF file's facsimile rows are too wide");
    }
    if ((options & 2) != 0) {
      throw new UnsupportedImageException(
          "The uncompressed mode of facsimile compression is not supported");
    }
    this.input = new BitInput(input);
    this.scheme = scheme;
    this.twoDimensionalLines = (options & 1) != 0;
    this.width = width;
    above = new int[width + 8];
    changes = new int[width + 8];
    Arrays.fill(above, width);
    row = new byte[(width + 7) / 8];
    rowAt = row.length;
  }

  @Override
  public void read(byte[] target, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (rowAt == row.length) {
        nextRow();
      }
      int n = Math.min(length - done, row.length - rowAt);
      System.arraycopy(row, rowAt, target, offset + done, n);
      rowAt += n;
      done += n;
    }
  }

  private void nextRow() throws IOException {
    count = 0;
    if (isTwoDimensional()) {
      twoDimensional();
    } else {
      oneDimensional();
    }
    Arrays.fill(changes, count, Math.min(count + 4, changes.length), width);
    paint();
    int[] done = changes;
    changes = above;
    above = done;
    rowAt = 0;
  }

  /** Passes over what comes before a row and tells how the row is coded. */
  private boolean isTwoDimensional() throws IOException {
    if (scheme == Compression.CCITT_RLE) {
      input.align();
    }
    if (scheme != Compression.CCITT_T4) {
      return scheme == Compression.CCITT_T6;
    }
    boolean line = false;
    while (input.peek(END_OF_LINE - 1) == 0) {
      while (input.take(1) == 0) {}
      line = true;
    }
    return line && twoDimensionalLines && input.take(1) == 0;
  }

  private void oneDimensional() throws IOException {
    int a0 = 0;
    for (boolean black = false; a0 < width; black = !black) {
      a0 += run(black);
      change(a0);
    }
  }

  private void twoDimensional() throws IOException {
    int a0 = -1;
    int b = 0;
    boolean black = false;
    while (a0 < width) {
      b = b1(b, a0, black);
      int bits = input.peek(7);
      if (bits >> 3 == 1) {
        input.skip(4);
        a0 = above[b + 1];
      } else if (bits >> 4 == 1) {
        input.skip(3);
        int a1 = Math.max(a0, 0) + run(black);
        a0 = a1 + run(!black);
        change(a1);
        change(a0);
      } else {
        int a1 = above[b] + vertical(bits);
        if (a1 < Math.max(a0, 0)) {
          throw damaged();
        }
        change(a1);
        a0 = a1;
        black = !black;
      }
    }
  }

  /** The index of b1 in the row above, given the last one. */
  private int b1(int last, int a0, boolean black) {
    int parity = black ? 1 : 0;
    int b = (last & 1) == parity ? last : last > 0 ? last - 1 : 1;
    while (above[b] <= a0 && above[b] < width) {
      b += 2;
    }
    return b;
  }

  /** Passes over a code of vertical mode: how far a1 lies to the right of b1. */
  private int vertical(int bits) throws IOException {
    if (bits >> 6 == 1) {
      input.skip(1);
      return 0;
    }
    for (int distance = 1, length = 3; distance <= 3; distance++, length += distance == 2 ? 3 : 1) {
      int code = bits >> (7 - length);
      if (code >> 1 == 1) {
        input.skip(length);
        return (code & 1) == 1 ? distance : -distance;
      }
    }
    if (input.peek(END_OF_LINE) == 1) {
      throw SegmentBytes.tooShort();
    }
    throw damaged();
  }

  private int run(boolean black) throws IOException {
    int run = 0;
    int part;
    do {
      int code = CcittCodes.look(black, input.peek(CcittCodes.LONGEST));
      if (code == 0) {
        throw damaged();
      }
      input.skip(code & 15);
      part = code >> 4;
      run += part;
      if (run > width) {
        throw damaged();
      }
    } while (part >= 64);
    return run;
  }

  private void change(int column) throws DamagedImageException {
    if (column > width || count > width + 2) {
      throw damaged();
    }
    changes[count++] = column;
  }

  private void paint() {
    Arrays.fill(row, (byte) 0);
    for (int i = 0; i < count; i += 2) {
      int from = changes[i];
      int to = changes[i + 1];
      for (int x = from; x < to; ) {
        if ((x & 7) == 0 && to - x >= 8) {
          row[x >> 3] = (byte) 0xFF;
          x += 8;
        } else {
          row[x >> 3] |= (byte) (0x80 >> (x & 7));
          x++;
        }
      }
    }
  }

  private static DamagedImageException damaged() {
    return new DamagedImageException("A facsimile-coded tile or strip of the TIFF file is damaged");
  }
}
