package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.casaba.codec.DamagedImageException;

/** A segment compressed by zlib, TIFF Technical Note 3 (Adobe Photoshop). */
final class DeflateBytes implements SegmentBytes {
  private final SegmentInput input;
  private final Inflater inflater = new Inflater();

  DeflateBytes(SegmentInput input) {
    this.input = input;
  }

  @Override
  public void read(byte[] target, int offset, int length) throws IOException {
    try {
      for (int done = 0; done < length; ) {
        int n = inflater.inflate(target, offset + done, length - done);
        if (n == 0) {
          feed();
        }
        done += n;
      }
    } catch (DataFormatException e) {
      throw new DamagedImageException("A deflated tile or strip of the TIFF file is damaged.", e);
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
