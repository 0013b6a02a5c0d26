package org.casaba.pyramid.store;

import java.io.IOException;

/** A pyramid that is not built, for a reason that lies neither in the image nor in the disk. */
final class NoPyramidException extends IOException {
  private static final long serialVersionUID = 1;

  private final Failure.Prospect prospect;

  NoPyramidException(Failure.Prospect prospect, String reason) {
    super(reason);
    this.prospect = prospect;
  }

  Failure failure() {
    return new Failure(prospect, String.valueOf(getMessage()));
  }
}
