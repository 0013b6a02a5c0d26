package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.Arrays;

/** A segment in PackBits runs, TIFF 6.0 section 9. */
final class PackBitsBytes implements SegmentBytes {
  private final SegmentInput input;

  /** Bytes left of the run that was begun. */
  private int left;

  /** The byte that the run repeats, or -1 if its bytes lie in the input. */
  private int repeated = -1;

  PackBitsBytes(SegmentInput input) {
    this.input = input;
  }

  @Override
  public void read(byte[] target, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (left == 0) {
        begin();
      }
      int n = Math.min(left, length - done);
      if (repeated >= 0) {
        Arrays.fill(target, offset + done, offset + done + n, (byte) repeated);
      } else {
        n = copy(target, offset + done, n);
      }
      left -= n;
      done += n;
    }
  }

  private int copy(byte[] target, int offset, int most) throws IOException {
    if (!input.fill()) {
      throw SegmentBytes.tooShort();
    }
    int n = Math.min(most, input.available());
    System.arraycopy(input.buffer(), input.at(), target, offset, n);
    input.advance(n);
    return n;
  }

  private void begin() throws IOException {
    int control = demand();
    if (control < 128) {
      repeated = -1;
      left = control + 1;
    } else if (control > 128) {
      repeated = demand();
      left = 257 - control;
    }
  }

  private int demand() throws IOException {
    int b = input.next();
    if (b < 0) {
      throw SegmentBytes.tooShort();
    }
    return b;
  }
}
