package org.casaba.cache;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.casaba.plan.DerivativeKey;

/** Pictures that have been made before. Thread-safe. */
public interface DerivativeCache extends Closeable {

  /** Keeps nothing, and has every picture made as often as it is asked for. */
  DerivativeCache NONE =
      new DerivativeCache() {
        @Override
        public Optional<byte[]> picture(DerivativeKey key, Drawing drawing, OutputStream large)
            throws IOException {
          drawing.writeTo(large);
          return Optional.empty();
        }

        @Override
        public Forgotten forget(String image) {
          return Forgotten.NOTHING;
        }

        @Override
        public Forgotten forgetAll() {
          return Forgotten.NOTHING;
        }

        @Override
        public Forgotten forgetExpired() {
          return Forgotten.NOTHING;
        }

        @Override
        public void close() {}
      };

  /** Makes the bytes of a picture. */
  @FunctionalInterface
  interface Drawing {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * A picture: one that has been kept, or that somebody else is just making, or one that is made
   * now and may be kept. Nothing is locked while it is made or written.
   *
   * @param drawing makes it; called on this thread, once at most, or never
   * @param large takes a picture that is too large to be held in memory, as it is made
   * @return the picture, not to be changed, of which nothing has been written; empty if all of it
   *     has been written to {@code large}
   * @throws IOException what {@code drawing} or {@code large} throw, the drawing of another who
   *     wanted the same picture included
   */
  Optional<byte[]> picture(DerivativeKey key, Drawing drawing, OutputStream large)
      throws IOException;

  /**
   * Forgets all pictures of an image, those that are being made too.
   *
   * @param image {@link DerivativeKey#image()}
   */
  Forgotten forget(String image);

  /** Forgets all pictures, those that are being made too. */
  Forgotten forgetAll();

  /** Forgets the pictures whose time is over. */
  Forgotten forgetExpired();

  /** What there is at the moment, and what there has been. */
  default CacheState state() {
    return CacheState.NONE;
  }

  /** Where pictures are kept but in memory. */
  default List<Depot> depots() {
    return List.of();
  }

  @Override
  void close();
}
