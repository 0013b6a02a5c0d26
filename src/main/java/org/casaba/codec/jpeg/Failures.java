package org.casaba.codec.jpeg;

import java.io.IOException;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.jpeg.DamagedJpegException;
import org.casaba.jpeg.UnsupportedJpegException;

/** What a bit stream's failures are to those who read pictures. */
final class Failures {
  private Failures() {}

  /**
   * The failure to throw instead: another kind for wrong streams, itself for what else can fail.
   */
  static IOException translated(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return switch (failure) {
      case DamagedJpegException damaged -> new DamagedImageException(message, damaged);
      case UnsupportedJpegException _ -> new UnsupportedImageException(message);
      default -> failure;
    };
  }
}
