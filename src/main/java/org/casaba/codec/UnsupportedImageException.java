package org.casaba.codec;

import java.io.IOException;

/**
 * A stored image of a format, or a variant of a format, that no decoder here reads. The message is
 * fit for a client: plain words, no path.
 */
public final class UnsupportedImageException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnsupportedImageException(String message) {
    super(message);
  }
}
