package org.casaba.metrics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number that a part of the server tells when it is asked.
 *
 * @param name words between dots, without unit: {@code casaba.pool.images}
 * @param unit appended to the name; empty if things are counted
 * @param labels names and values, from small sets that are known beforehand
 */
public record Figure(
    Kind kind, String name, String unit, String description, Map<String, String> labels) {

  /** How a number goes. */
  public enum Kind {
    /** Up and down. */
    LEVEL,
    /** Up only, from 0. */
    COUNT
  }

  public Figure {
    if (!name.matches("casaba(\\.[a-z]+)+")) {
      throw new IllegalArgumentException(name + " is no name of a figure");
    }
    labels = Map.copyOf(labels);
  }

  /** What it goes by where figures are looked up: {@code casaba.cache.bytes{tier=heap}}. */
  public String key() {
    return labels.isEmpty() ? name : name + new TreeMap<>(labels).toString().replace(", ", ",");
  }

  /** The name of a constant, as a label has it. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** So many things there are at the moment. */
  public static Figure level(String name, String description) {
    return new Figure(Kind.LEVEL, name, "", description, Map.of());
  }

  /** So many things there have been so far. */
  public static Figure count(String name, String description) {
    return new Figure(Kind.COUNT, name, "", description, Map.of());
  }

  /** The same in another unit than things. */
  public Figure in(String other) {
    return new Figure(kind, name, other, description, labels);
  }

  /** The same with one more label. */
  public Figure with(String label, String value) {
    Map<String, String> more = new HashMap<>(labels);
    more.put(label, value);
    return new Figure(kind, name, unit, description, more);
  }
}
