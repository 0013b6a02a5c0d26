package org.casaba.delegate.context;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a misspelled name is meant to be: a name that is not known, and differs from one that
 * is by a slip of the pen. Case and underscores do not count.
 *
 * @param known all names that there are
 */
public record Nearness(List<String> known) {
  private static final int SHORT = 7;

  public Nearness {
    known = List.copyOf(known);
  }

  /** The nearest known name, if it is near enough. */
  public Optional<String> meant(String name) {
    String bare = bare(name);
    return known.stream()
        .filter(each -> distance(bare, bare(each)) <= allowed(bare(each)))
        .min(Comparator.comparingInt(each -> distance(bare, bare(each))));
  }

  private static int allowed(String known) {
    return known.length() <= SHORT ? 1 : 2;
  }

  private static String bare(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Fewest letters to insert, delete, replace, or swap with their neighbours that make one text the
   * other; some number above 2 if there are more than two.
   */
  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 2) {
      return 3;
    }
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, i, j, one, other);
      }
    }
    return steps[one.length()][other.length()];
  }

  private static int least(int[][] steps, int i, int j, String one, String other) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least =
        Math.min(
            steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
