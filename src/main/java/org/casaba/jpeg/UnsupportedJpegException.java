package org.casaba.jpeg;

import java.io.IOException;

/** A JPEG stream of a process that is not read here. The message is fit for a client. */
public final class UnsupportedJpegException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnsupportedJpegException(String message) {
    super(message);
  }
}
