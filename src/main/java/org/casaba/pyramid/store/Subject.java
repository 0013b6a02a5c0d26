package org.casaba.pyramid.store;

import java.io.IOException;
import java.time.Instant;
import org.casaba.content.Content;
import org.casaba.plan.DerivativeKey;

/**
 * What a pyramid is made of: a page of what a source has in some place, in one state.
 *
 * @param place where it is
 * @param page 1 or more
 * @param state what tells its bytes from any other that have been there, or will be, by its text
 * @param modified when the bytes last changed
 */
public record Subject(Object place, int page, Object state, Instant modified) {
  /** Changes when pyramids are made in another way. */
  private static final String MAKE = "pyramid 2";

  /** What the pyramid's file is called after: 32 hexadecimal digits. */
  String name() {
    return DerivativeKey.digest(MAKE, place, page, state);
  }

  /** Opens what is in the place now. */
  @FunctionalInterface
  public interface Opener {
    Content open() throws IOException;
  }
}
