package org.casaba.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is held in memory while it is made, as long as it is small enough and there is
 * memory for it. From then on it goes on to where it would have gone. Given back by {@link #close}.
 */
final class HeldPicture extends OutputStream {
  private static final int FIRST = 32 << 10;

  /** Memory is counted in kilobytes. */
  private static final int KILO = 10;

  private final int most;
  private final Semaphore memory;
  private final Beyond beyond;
  private @Nullable OutputStream large;
  private byte[] held = new byte[0];
  private int count;
  private int taken;

  /** Says where a picture goes that is too large; called once at most. */
  @FunctionalInterface
  interface Beyond {
    /**
     * Begins to take it.
     *
     * @param tooLarge whether it would not be held if there was more memory, either
     */
    OutputStream begin(boolean tooLarge);
  }

  /**
   * @param most bytes to hold
   * @param memory kilobytes for all that are held
   */
  HeldPicture(int most, Semaphore memory, Beyond beyond) {
    this.most = most;
    this.memory = memory;
    this.beyond = beyond;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    OutputStream out = large;
    if (out == null && hasRoom((long) count + length)) {
      System.arraycopy(bytes, offset, held, count, length);
      count += length;
      return;
    }
    if (out == null) {
      out = beyond.begin((long) count + length > most);
      large = out;
      out.write(held, 0, count);
      held = new byte[0];
      close();
    }
    out.write(bytes, offset, length);
  }

  private boolean hasRoom(long wanted) {
    if (wanted <= held.length) {
      return true;
    }
    if (wanted > most) {
      return false;
    }
    int next = (int) Math.min(most, Math.max(wanted, Math.max(FIRST, 2L * held.length)));
    int more = ((next - held.length) >> KILO) + 1;
    if (!memory.tryAcquire(more)) {
      return false;
    }
    taken += more;
    held = Arrays.copyOf(held, next);
    return true;
  }

  /** The picture; empty if it was too large. */
  Optional<byte[]> whole() {
    return large != null
        ? Optional.empty()
        : Optional.of(count == held.length ? held : Arrays.copyOf(held, count));
  }

  @Override
  public void close() {
    memory.release(taken);
    taken = 0;
  }
}
