package org.casaba.delegate.answer;

import java.util.Arrays;
import java.util.Optional;
import org.casaba.iiif.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code filesystemsource_pathname} answers.
 *
 * @param root path of the folder that the file must be below, with slashes between its parts
 */
public record PathnameAnswer(String root) {

  /**
   * The file's path from the root. There is none where the path has {@code ..}, {@code .} or empty
   * parts.
   *
   * @param answer null for no such image
   */
  public Optional<Identifier> read(@Nullable Object answer) throws IllegalAnswerException {
    if (answer == null) {
      return Optional.empty();
    }
    String path = TextAnswer.text(answer, "a path, or nothing");
    if (path.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalAnswerException("where there are control characters");
    }
    String below = path.startsWith("/") ? belowRoot(path) : path;
    return isStraight(below) ? Optional.of(new Identifier(below)) : Optional.empty();
  }

  private String belowRoot(String path) throws IllegalAnswerException {
    String folder = root.endsWith("/") ? root : root + "/";
    if (!path.startsWith(folder)) {
      throw new IllegalAnswerException("which lies outside of source.filesystem.root");
    }
    return path.substring(folder.length());
  }

  /** A path with detours leads past rules that look at how an identifier begins. */
  private static boolean isStraight(String path) {
    return Arrays.stream(path.split("/", -1))
        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }
}
