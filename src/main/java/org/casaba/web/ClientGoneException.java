package org.casaba.web;

import java.io.IOException;

/** The client closed the connection while it was being answered: nobody's mistake. */
final class ClientGoneException extends IOException {
  private static final long serialVersionUID = 1L;

  ClientGoneException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
