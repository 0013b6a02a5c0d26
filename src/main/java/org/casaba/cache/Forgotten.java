package org.casaba.cache;

import java.util.List;
import java.util.stream.Stream;

/**
 * What has come of forgetting pictures.
 *
 * @param pictures how many are gone; one that was kept in several places counts once, as far as is
 *     known
 * @param problems what may still be kept though it was to be forgotten, in sentences for
 *     administrators, which name places of the server; empty if all is gone
 */
public record Forgotten(long pictures, List<String> problems) {
  /** There was nothing. */
  public static final Forgotten NOTHING = of(0);

  public Forgotten {
    problems = List.copyOf(problems);
  }

  public static Forgotten of(long pictures) {
    return new Forgotten(pictures, List.of());
  }

  /** The same pictures in two places: most are in both. */
  public Forgotten beside(Forgotten other) {
    return new Forgotten(Math.max(pictures, other.pictures), joined(other));
  }

  /** Other pictures. */
  public Forgotten and(Forgotten other) {
    return new Forgotten(pictures + other.pictures, joined(other));
  }

  private List<String> joined(Forgotten other) {
    return Stream.concat(problems.stream(), other.problems.stream()).distinct().toList();
  }
}
