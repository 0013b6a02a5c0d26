package org.casaba.cache;

import java.io.Closeable;
import java.util.Optional;
import org.casaba.plan.DerivativeKey;

/** Where derivatives are kept beyond the life of one server, shared by several. Thread-safe. */
public interface DerivativeRecord extends Closeable {
  /**
   * Never fails and never waits longer than a quarter of a second beyond its medium's usual time:
   * what cannot be read is not there.
   */
  Optional<byte[]> find(DerivativeKey key);

  /** Keeps a picture; never fails, may drop it. */
  void keep(DerivativeKey key, byte[] picture);

  /** Forgets all pictures of an image (DerivativeKey.image()); how many. */
  long forget(String image);

  long forgetAll();
}
