package org.casaba.service;

import java.io.IOException;

/** A client took a large picture so slowly that it kept others from theirs. */
public final class SlowClientException extends IOException {
  private static final long serialVersionUID = 1L;

  SlowClientException(String message) {
    super(message);
  }
}
