package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.casaba.codec.DamagedImageException;

/** A segment compressed by zlib, TIFF Technical Note 3 (Adobe Photoshop). */
final class DeflateBytes implements SegmentBytes {
  private final SegmentInput input;
  private final Inflater inflater = new Inflater();

  /** Inflated ahead, since zlib is slow in small pieces; what is due lies from {@link #at} on. */
  private final byte[] ahead = new byte[8192];

  private int at;
  private int limit;

  DeflateBytes(SegmentInput input) {
    this.input = input;
  }

  @Override
  public void read(byte[] target, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int left = length - done;
      if (at == limit && left >= ahead.length) {
        done += inflate(target, offset + done, left);
        continue;
      }
      if (at == limit) {
        limit = inflate(ahead, 0, ahead.length);
        at = 0;
      }
      int n = Math.min(left, limit - at);
      System.arraycopy(ahead, at, target, offset + done, n);
      at += n;
      done += n;
    }
  }

  /** Inflates at least one byte, and at most so many. */
  private int inflate(byte[] target, int offset, int most) throws IOException {
    try {
      int n = inflater.inflate(target, offset, most);
      while (n == 0) {
        feed();
        n = inflater.inflate(target, offset, most);
      }
      return n;
    } catch (DataFormatException e) {
      throw new DamagedImageException("A deflated tile or strip of the TIFF file is damaged", e);
    }
  }

  private void feed() throws IOException {
    if (!inflater.needsInput() || !input.fill()) {
      throw SegmentBytes.tooShort();
    }
    int n = input.available();
    inflater.setInput(input.buffer(), input.at(), n);
    input.advance(n);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
