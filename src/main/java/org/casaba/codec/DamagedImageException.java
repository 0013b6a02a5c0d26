package org.casaba.codec;

import java.io.IOException;

/**
 * A stored image that cannot be decoded because its bytes are wrong. The message is fit for a
 * client: plain words, no path.
 */
public final class DamagedImageException extends IOException {
  private static final long serialVersionUID = 1L;

  public DamagedImageException(String message) {
    super(message);
  }

  public DamagedImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
