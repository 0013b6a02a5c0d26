package org.casaba.pyramid;

import java.io.IOException;

/** It has turned out that a picture's JPEG data cannot be kept: all of it is to be encoded. */
final class NotKeptException extends IOException {
  private static final long serialVersionUID = 1;

  NotKeptException(String message) {
    super(message);
  }
}
