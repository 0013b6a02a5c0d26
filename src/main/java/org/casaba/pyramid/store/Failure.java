package org.casaba.pyramid.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.pyramid.UnwritableException;

/**
 * Why there is no pyramid.
 *
 * @param prospect when there may be one
 * @param reason what stands behind a colon, in words for administrators
 */
record Failure(Prospect prospect, String reason) {

  /** When another attempt makes sense. */
  enum Prospect {
    /** With the next request. */
    SOON,
    /** After a while. */
    LATER,
    /** After a while, and until then neither for any other image. */
    FOLDER_LATER,
    /** When the file is another one, or the settings are. */
    NEVER
  }

  static Failure of(Throwable e) {
    return switch (e) {
      case NoPyramidException explained -> explained.failure();
      case UnwritableException unwritable ->
          new Failure(
              unwritable.isMissing() ? Prospect.SOON : Prospect.FOLDER_LATER,
              String.valueOf(unwritable.getMessage()));
      case NoSuchFileException _ -> new Failure(Prospect.SOON, "the image is no longer there");
      case FileAlreadyExistsException _ ->
          new Failure(Prospect.SOON, "another server is building it");
      case DamagedImageException damaged ->
          new Failure(Prospect.NEVER, "the image is damaged: " + damaged.getMessage());
      case UnsupportedImageException unsupported ->
          new Failure(Prospect.NEVER, "the image is not understood: " + unsupported.getMessage());
      case EOFException _ -> new Failure(Prospect.NEVER, "the image ends too early");
      case AccessDeniedException _ -> new Failure(Prospect.LATER, "the image may not be read");
      case IOException unreadable ->
          new Failure(Prospect.LATER, "the image cannot be read: " + unreadable.getMessage());
      case OutOfMemoryError _ -> new Failure(Prospect.LATER, "the server has too little memory");
      default -> new Failure(Prospect.NEVER, "of a mistake in Casaba");
    };
  }
}
