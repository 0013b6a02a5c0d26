package org.casaba.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Bytes that wait in memory, in pieces, so that none is ever copied and all are soon garbage. */
final class Pieces extends OutputStream {
  private static final int PIECE = 128 << 10;

  private final Deque<byte[]> full = new ArrayDeque<>();
  private byte[] last = new byte[PIECE];
  private int filled;

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int done = 0; done < length; ) {
      if (filled == PIECE) {
        full.add(last);
        last = new byte[PIECE];
        filled = 0;
      }
      int count = Math.min(length - done, PIECE - filled);
      System.arraycopy(bytes, offset + done, last, filled, count);
      filled += count;
      done += count;
    }
  }

  long size() {
    return (long) full.size() * PIECE + filled;
  }

  /** Hands all of it on and keeps nothing. */
  void moveTo(OutputStream out) throws IOException {
    while (!full.isEmpty()) {
      out.write(full.remove());
    }
    out.write(Arrays.copyOf(last, filled));
    filled = 0;
  }
}
