package org.casaba.pyramid;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * The file of a pyramid cannot be written where it should be: that says nothing of the picture. The
 * message is fit for people.
 */
public final class UnwritableException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * Explains what the file system says.
   *
   * @param cause what it says
   */
  public UnwritableException(IOException cause) {
    super(text(cause), cause);
  }

  private static String text(IOException cause) {
    return switch (cause) {
      case UnwritableException explained -> String.valueOf(explained.getMessage());
      case NoSuchFileException missing -> missing.getFile() + " is not there";
      case AccessDeniedException denied -> "permission is denied: " + denied.getFile();
      case FileSystemException failed when failed.getReason() != null ->
          failed.getReason() + ": " + failed.getFile();
      case FileSystemException failed -> failed.getFile() + " is in the way";
      default -> cause.getMessage() == null ? "the system does not say why" : cause.getMessage();
    };
  }

  /** Whether the file, or its folder, has been taken away meanwhile. */
  public boolean isMissing() {
    return getCause() instanceof NoSuchFileException;
  }
}
