package org.casaba.codec;

import java.io.IOException;

/** A stored image does not have as many pages as were asked for. */
public final class NoSuchPageException extends IOException {
  private static final long serialVersionUID = 1L;

  public NoSuchPageException(int page, int count) {
    super("there is no page " + page + " of " + count);
  }
}
