package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.McuIndex;
import org.jspecify.annotations.Nullable;

/** The index of a picture, made once by whoever first needs it. Thread-safe. */
final class LazyIndex {
  /** Smaller pictures are read through for each part of them. */
  private static final long FEWEST_PIXELS = 2_000_000;

  /** Share of a picture that is read through, unless there is an index anyway. */
  private static final double LARGEST_PART = 0.75;

  private final JpegStream stream;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable McuIndex index;

  LazyIndex(JpegStream stream) {
    this.stream = stream;
  }

  /**
   * What helps to read a part; null if nothing can, or if it costs more than it saves. Who comes
   * while another makes the index, waits for it.
   *
   * @param part size of the part
   * @param whole size of the picture, at the same scale
   */
  @Nullable McuIndex forPart(Dimensions part, Dimensions whole) throws IOException {
    McuIndex made = index;
    boolean worthMaking =
        stream.header().inOneScan()
            && stream.header().frame().size().area() > FEWEST_PIXELS
            && part.area() < LARGEST_PART * whole.area();
    if (made != null || !worthMaking) {
      return made;
    }
    making.lock();
    try {
      made = index;
      if (made == null) {
        made = make();
        index = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }

  private McuIndex make() throws IOException {
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
