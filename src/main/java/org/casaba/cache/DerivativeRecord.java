package org.casaba.cache;

import java.io.Closeable;
import java.util.Optional;
import org.casaba.plan.DerivativeKey;

/** Where derivatives are kept beyond the life of one server, shared by several. Thread-safe. */
public interface DerivativeRecord extends Closeable {

  /** Keeps nothing. */
  DerivativeRecord NONE =
      new DerivativeRecord() {
        @Override
        public Optional<byte[]> find(DerivativeKey key) {
          return Optional.empty();
        }

        @Override
        public void keep(DerivativeKey key, byte[] picture) {}

        @Override
        public long forget(String image) {
          return 0;
        }

        @Override
        public long forgetAll() {
          return 0;
        }

        @Override
        public void close() {}
      };

  /**
   * Never fails and never waits longer than a quarter of a second beyond its medium's usual time:
   * what cannot be read is not there.
   */
  Optional<byte[]> find(DerivativeKey key);

  /**
   * Keeps a picture, perhaps somewhat later; never fails, may drop it.
   *
   * @param picture nobody may change it any more
   */
  void keep(DerivativeKey key, byte[] picture);

  /** Forgets all pictures of an image (DerivativeKey.image()); how many. */
  long forget(String image);

  /** Forgets all pictures; how many. */
  long forgetAll();

  @Override
  void close();
}
