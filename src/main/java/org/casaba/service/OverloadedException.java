package org.casaba.service;

import java.io.IOException;

/** There is more to draw than the server can do at the moment: to be asked for again later. */
public final class OverloadedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message for the client, a sentence without its full stop
   */
  OverloadedException(String message) {
    super(message);
  }
}
