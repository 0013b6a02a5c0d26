package org.casaba.codec.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LzwBytesTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasCompressedComesBack(boolean old) throws IOException {
    Random random = new Random(1);
    for (int values : new int[] {1, 2, 3, 20, 256}) {
      for (int length : new int[] {1, 2, 100, 5000, 60_000}) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
          data[i] = (byte) random.nextInt(values);
        }
        byte[] stored = LzwStream.of(data, old);
        LzwBytes bytes = new LzwBytes(SegmentInput.of(stored, false));
        byte[] read = new byte[length];
        for (int at = 0; at < length; ) {
          int n = Math.min(length - at, random.nextInt(1, 999));
          bytes.read(read, at, n);
          at += n;
        }
        assertArrayEquals(data, read, values + " values, " + length + " bytes");
      }
    }
  }
}
