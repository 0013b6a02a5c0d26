package org.casaba.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be written, or read, in words for administrators. */
public final class FileProblem {
  private FileProblem() {}

  /** What stands behind a colon, without a full stop. */
  public static String text(IOException cause) {
    return switch (cause) {
      case NoSuchFileException missing -> missing.getFile() + " is not there";
      case AccessDeniedException denied -> "permission is denied: " + denied.getFile();
      case FileSystemException failed when failed.getReason() != null ->
          failed.getReason() + ": " + failed.getFile();
      case FileSystemException failed -> failed.getFile() + " is in the way";
      default -> cause.getMessage() == null ? "the system does not say why" : cause.getMessage();
    };
  }
}
