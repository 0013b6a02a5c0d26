package org.casaba.codec.tiff;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** An LZW encoder as plain as can be, for both varieties; the reference for the decoder. */
final class LzwStream {
  private final boolean old;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int bits;
  private int count;

  private LzwStream(boolean old) {
    this.old = old;
  }

  /** Compresses data; {@code old} is the variety from before TIFF 5. */
  static byte[] of(byte[] data, boolean old) {
    LzwStream stream = new LzwStream(old);
    stream.encode(data);
    return stream.out.toByteArray();
  }

  private void encode(byte[] data) {
    Map<Integer, Integer> codes = new HashMap<>();
    int next = 258;
    int width = 9;
    put(256, width);
    int string = -1;
    for (byte b : data) {
      int value = b & 0xFF;
      if (string < 0) {
        string = value;
        continue;
      }
      Integer longer = codes.get(string << 8 | value);
      if (longer != null) {
        string = longer;
        continue;
      }
      put(string, width);
      codes.put(string << 8 | value, next++);
      string = value;
      if (next == 4094) {
        put(string, width);
        put(256, width);
        codes.clear();
        next = 258;
        width = 9;
        string = -1;
      } else if (next == (1 << width) + (old ? 1 : 0)) {
        width++;
      }
    }
    if (string >= 0) {
      put(string, width);
      next++;
      if (next == (1 << width) + (old ? 1 : 0)) {
        width++;
      }
    }
    put(257, width);
    put(0, 7);
  }

  private void put(int code, int width) {
    if (old) {
      bits |= code << count;
      count += width;
      for (; count >= 8; count -= 8, bits >>>= 8) {
        out.write(bits);
      }
    } else {
      bits = bits << width | code;
      count += width;
      for (; count >= 8; count -= 8) {
        out.write(bits >>> (count - 8));
      }
    }
  }
}
