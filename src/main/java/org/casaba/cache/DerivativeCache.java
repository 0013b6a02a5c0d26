package org.casaba.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.plan.DerivativeKey;

/** Pictures that have been rendered before. Thread-safe. */
public interface DerivativeCache {

  /** Keeps nothing. */
  DerivativeCache NONE =
      new DerivativeCache() {
        @Override
        public Optional<byte[]> find(DerivativeKey key) {
          return Optional.empty();
        }

        @Override
        public void render(DerivativeKey key, Rendering rendering, OutputStream out)
            throws IOException {
          rendering.writeTo(out);
        }
      };

  /** Makes the bytes of a picture. */
  @FunctionalInterface
  interface Rendering {
    void writeTo(OutputStream out) throws IOException;
  }

  Optional<byte[]> find(DerivativeKey key);

  /** Renders into {@code out}, and may keep what went through. */
  void render(DerivativeKey key, Rendering rendering, OutputStream out) throws IOException;
}
