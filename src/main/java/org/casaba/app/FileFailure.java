package org.casaba.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.casaba.codec.DamagedImageException;

/** Why a file could not be read or written, in words for people. */
final class FileFailure {
  private FileFailure() {}

  static String of(IOException e) {
    return switch (e) {
      case NoSuchFileException special when Files.exists(Path.of(special.getFile())) ->
          "it is no regular file: " + special.getFile();
      case NoSuchFileException missing -> "there is no such file: " + missing.getFile();
      case AccessDeniedException denied -> "permission is denied: " + denied.getFile();
      case DamagedImageException damaged -> "it is damaged: " + damaged.getMessage();
      case FileAlreadyExistsException file ->
          "a file lies where a folder is needed: " + file.getFile();
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }
}
