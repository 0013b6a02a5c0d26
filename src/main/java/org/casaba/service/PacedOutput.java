package org.casaba.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Breaks off when the client takes less than it should, as long as others need its place: what is
 * drawn is held for as long as a client reads. Counted is only the time in which the client is
 * waited for. Not thread-safe.
 */
final class PacedOutput extends OutputStream {
  /** Bytes: even a slow client takes so many now and then, so that its pace is looked at. */
  private static final int PIECE = 16 << 10;

  /** How long clients are waited for before they are judged. */
  private static final long SPAN = TimeUnit.MINUTES.toNanos(1);

  private final OutputStream out;
  private final long leastPace;
  private final BooleanSupplier crowded;
  private final LongSupplier nanoTime;

  private long waited;
  private long taken;

  /**
   * @param leastPace bytes a second
   * @param crowded whether others need the place
   * @param nanoTime a clock
   */
  PacedOutput(OutputStream out, long leastPace, BooleanSupplier crowded, LongSupplier nanoTime) {
    this.out = out;
    this.leastPace = leastPace;
    this.crowded = crowded;
    this.nanoTime = nanoTime;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int piece = Math.min(PIECE, length - done);
      long before = nanoTime.getAsLong();
      out.write(bytes, offset + done, piece);
      waited += nanoTime.getAsLong() - before;
      taken += piece;
      done += piece;
      judge();
    }
  }

  private void judge() throws SlowClientException {
    if (waited < SPAN) {
      return;
    }
    double pace = taken / (waited / (double) TimeUnit.SECONDS.toNanos(1));
    waited = 0;
    taken = 0;
    if (crowded.getAsBoolean() && pace < leastPace) {
      throw new SlowClientException(
          "the client takes " + Math.round(pace) + " bytes a second, and others wait");
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
