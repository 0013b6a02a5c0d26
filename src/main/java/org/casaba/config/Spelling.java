package org.casaba.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Guesses what was meant by a name that is not known. */
final class Spelling {
  private Spelling() {}

  /**
   * The known name nearest to the unknown one, if it is near enough for a slip of the pen: a third
   * of its letters wrong, or a part in front left out.
   */
  static Optional<String> nearest(String unknown, Collection<String> known) {
    ToIntFunction<String> slips = name -> distance(lower(unknown), lower(name));
    return known.stream()
        .min(Comparator.comparingInt(slips))
        .filter(name -> slips.applyAsInt(name) <= Math.max(2, name.length() / 3))
        .or(() -> known.stream().filter(name -> name.endsWith("." + unknown)).findFirst())
        .or(() -> known.stream().filter(name -> unknown.endsWith("." + name)).findFirst());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Fewest letters to insert, delete or replace that make one text the other (Levenshtein). */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
