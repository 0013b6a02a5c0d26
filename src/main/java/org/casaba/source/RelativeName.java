package org.casaba.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A name for a file below a folder, its parts separated by slashes. It leads straight down: no part
 * is empty, hidden (which rules out {@code .} and {@code ..}), or ends in a dot or space, which
 * some systems drop; no character is a backslash, a control, or half of a pair.
 */
record RelativeName(String value) {

  /** Longest part, in bytes of UTF-8, that file systems in use allow. */
  private static final int LONGEST_PART = 255;

  /** Longest path, in bytes of UTF-8, that Linux allows, less one for the NUL at its end. */
  private static final int LONGEST_PATH = 4095;

  RelativeName {
    if (!leadsDown(value)) {
      throw new IllegalArgumentException("not a plain relative name");
    }
  }

  /** The text as a name, if it is one. */
  static Optional<RelativeName> of(String text) {
    return leadsDown(text) ? Optional.of(new RelativeName(text)) : Optional.empty();
  }

  private static boolean leadsDown(String text) {
    for (String part : text.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.endsWith(".") || part.endsWith(" ")) {
        return false;
      }
    }
    return text.codePoints()
        .noneMatch(c -> c == '\\' || Character.isISOControl(c) || isSurrogate(c));
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  /**
   * What a file of this name may be called on disk, likeliest first: as it stands and with each
   * suffix; then the same in Unicode's composed and in its decomposed form, since some systems
   * write one and some the other.
   */
  SequencedSet<String> spellings(List<String> suffixes) {
    SequencedSet<String> spellings = new LinkedHashSet<>();
    String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(value, Normalizer.Form.NFD);
    for (String form : List.of(value, composed, decomposed)) {
      spellings.add(form);
      suffixes.forEach(suffix -> spellings.add(form + suffix));
    }
    return spellings;
  }

  /** The file of that spelling below a folder; empty if no file can have so long a name. */
  static Optional<Path> below(Path folder, String spelling) {
    int length = bytes(folder.toString());
    for (String part : spelling.split("/", -1)) {
      length += 1 + bytes(part);
      if (bytes(part) > LONGEST_PART) {
        return Optional.empty();
      }
    }
    return length > LONGEST_PATH
        ? Optional.empty()
        : Optional.of(folder.resolve(Utf8Path.of(spelling)));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
