package org.casaba.codec.tiff;

import java.io.IOException;

/** A segment that is not compressed. */
final class StoredBytes implements SegmentBytes {
  private final SegmentInput input;

  StoredBytes(SegmentInput input) {
    this.input = input;
  }

  @Override
  public void read(byte[] target, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (!input.fill()) {
        throw SegmentBytes.tooShort();
      }
      int n = Math.min(length - done, input.available());
      System.arraycopy(input.buffer(), input.at(), target, offset + done, n);
      input.advance(n);
      done += n;
    }
  }

  @Override
  public void skip(long count) {
    input.skip(count);
  }
}
