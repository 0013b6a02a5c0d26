package org.casaba.cache;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import org.casaba.plan.DerivativeKey;

/** Where derivatives are kept beyond the life of one server, shared by several. Thread-safe. */
public interface DerivativeRecord extends Closeable {

  /** Keeps nothing. */
  DerivativeRecord NONE =
      new DerivativeRecord() {
        @Override
        public Optional<Kept> find(DerivativeKey key, long after) {
          return Optional.empty();
        }

        @Override
        public void keep(DerivativeKey key, Kept kept) {}

        @Override
        public Forgotten forget(String image) {
          return Forgotten.NOTHING;
        }

        @Override
        public Forgotten forgetAll() {
          return Forgotten.NOTHING;
        }

        @Override
        public Forgotten forgetBefore(long time) {
          return Forgotten.NOTHING;
        }

        @Override
        public void close() {}
      };

  /**
   * Never fails and never waits longer than a quarter of a second: what cannot be read is not
   * there.
   *
   * @param after what was made before that is not there, in milliseconds from 1970
   */
  Optional<Kept> find(DerivativeKey key, long after);

  /**
   * Keeps a picture, somewhat later; waits for nothing, never fails, may drop it.
   *
   * @param kept nobody may change it any more
   */
  void keep(DerivativeKey key, Kept kept);

  /** Forgets all pictures of an image (DerivativeKey.image()). */
  Forgotten forget(String image);

  /** Forgets all pictures. */
  Forgotten forgetAll();

  /** Forgets the pictures that were made before that, in milliseconds from 1970. */
  Forgotten forgetBefore(long time);

  /** Where they are kept. */
  default List<Depot> depots() {
    return List.of();
  }

  @Override
  void close();
}
