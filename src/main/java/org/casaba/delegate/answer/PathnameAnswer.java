package org.casaba.delegate.answer;

import java.util.ArrayDeque;
import java.util.Deque;
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
   * The file's path from the root.
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
    String below = path.startsWith("/") ? belowRoot(straight(path)) : straight(path);
    if (below.isEmpty()) {
      throw new IllegalAnswerException("which is no file in source.filesystem.root");
    }
    return Optional.of(new Identifier(below));
  }

  private String belowRoot(String path) throws IllegalAnswerException {
    String folder = straight(root);
    if (folder.isEmpty()) {
      return path;
    }
    if (!path.startsWith(folder + "/")) {
      throw new IllegalAnswerException("which lies outside of source.filesystem.root");
    }
    return path.substring(folder.length() + 1);
  }

  /** The parts of a path without detours, slashes between them. */
  private static String straight(String path) throws IllegalAnswerException {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          throw new IllegalAnswerException("which leads out of source.filesystem.root");
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
