package org.casaba.jpeg;

import java.io.IOException;

/** A JPEG stream whose bytes are wrong. The message is fit for a client. */
public final class DamagedJpegException extends IOException {
  private static final long serialVersionUID = 1L;

  public DamagedJpegException(String message) {
    super(message);
  }
}
