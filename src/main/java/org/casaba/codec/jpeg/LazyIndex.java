package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.casaba.jpeg.McuIndex;
import org.jspecify.annotations.Nullable;

/** A picture's index, made once by whoever needs it first. Thread-safe. */
final class LazyIndex {
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable McuIndex index;

  /** The index, if somebody has needed it already. */
  @Nullable McuIndex atHand() {
    return index;
  }

  /** The index; who comes while another makes it, waits. */
  McuIndex get(JpegStream stream) throws IOException {
    McuIndex made = index;
    if (made != null) {
      return made;
    }
    making.lock();
    try {
      made = index;
      if (made == null) {
        made = made(stream);
        index = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }

  private static McuIndex made(JpegStream stream) throws IOException {
    try {
      return McuIndex.of(stream.bytes(), stream.header());
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }

  /** Bytes of memory. */
  long weight() {
    McuIndex made = index;
    return made == null ? 0 : made.weight();
  }
}
