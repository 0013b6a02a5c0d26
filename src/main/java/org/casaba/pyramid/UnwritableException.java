package org.casaba.pyramid;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.casaba.files.FileProblem;

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
    return cause instanceof UnwritableException explained
        ? String.valueOf(explained.getMessage())
        : FileProblem.text(cause);
  }

  /** Whether the file, or its folder, has been taken away meanwhile. */
  public boolean isMissing() {
    return getCause() instanceof NoSuchFileException;
  }
}
