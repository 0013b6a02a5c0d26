package org.casaba.render;

import java.io.IOException;

/**
 * What is to be laid over a picture is not to be had, so the picture is not either. The message is
 * for the log.
 */
public final class OverlayException extends IOException {
  private static final long serialVersionUID = 1L;

  public OverlayException(String message) {
    super(message);
  }

  public OverlayException(String message, Throwable cause) {
    super(message, cause);
  }
}
