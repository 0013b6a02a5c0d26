package org.casaba.pyramid.store;

import java.io.EOFException;
import java.io.IOException;
import java.time.InstantSource;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.pyramid.UnwritableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of pyramids that stand but cannot be read, of each once; what is damaged is removed.
 * Thread-safe.
 */
final class Unusable {
  private static final Logger LOG = LoggerFactory.getLogger(Unusable.class);

  private final PyramidStore store;
  private final Failures told;

  Unusable(PyramidStore store, InstantSource clock) {
    this.store = store;
    this.told = new Failures(clock);
  }

  /** What cannot be read just now may be well; what makes no sense is not. */
  void add(Subject subject, Exception reason) {
    boolean damaged =
        reason instanceof DamagedImageException
            || reason instanceof UnsupportedImageException
            || reason instanceof EOFException
            || reason instanceof RuntimeException;
    String text = text(reason);
    String remedy = damaged ? "It is removed" : "The image is read instead";
    if (told.add(subject.name(), new Failure(Failure.Prospect.SOON, text))) {
      LOG.warn("The pyramid of {} cannot be read: {}. {}", subject.place(), text, remedy);
    }
    LOG.debug("The pyramid of {} cannot be read", subject.place(), reason);
    if (damaged) {
      store.remove(subject.name());
    }
  }

  private static String text(Exception reason) {
    return switch (reason) {
      case EOFException _ -> "it ends too early";
      case DamagedImageException damaged -> String.valueOf(damaged.getMessage());
      case UnsupportedImageException other -> String.valueOf(other.getMessage());
      case IOException unreadable ->
          String.valueOf(new UnwritableException(unreadable).getMessage());
      default -> "what it holds makes no sense";
    };
  }
}
