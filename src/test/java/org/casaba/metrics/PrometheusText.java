package org.casaba.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures in Prometheus' text format 0.0.4, read as strictly as its description puts it.
 *
 * @param samples values by name and labels as they stand in the text
 */
public record PrometheusText(Map<String, Double> samples) {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\"\\\\n])*\"";
  private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") .*");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(\\{" + LABEL + "(?:," + LABEL + ")*,?})? (\\S+)");
  private static final List<String> PARTS = List.of("_bucket", "_sum", "_count");

  /** Reads a text; fails if it is not what Prometheus reads. */
  public static PrometheusText parse(String text) {
    require(text.endsWith("\n"), "the last line does not end");
    Map<String, String> types = new HashMap<>();
    Map<String, Double> samples = new TreeMap<>();
    Set<String> over = new HashSet<>();
    String family = "";
    for (String line : text.lines().toList()) {
      Matcher help = HELP.matcher(line);
      Matcher type = TYPE.matcher(line);
      Matcher sample = SAMPLE.matcher(line);
      String next;
      if (help.matches()) {
        next = help.group(1);
      } else if (type.matches()) {
        next = type.group(1);
        require(types.put(next, type.group(2)) == null, "a second type: " + line);
      } else {
        require(sample.matches(), "no line of that format: " + line);
        next = family(sample.group(1), types);
        String name = line.substring(0, line.lastIndexOf(' '));
        require(samples.put(name, value(sample.group(3))) == null, "twice: " + line);
      }
      if (!next.equals(family)) {
        require(over.add(next), "a family in two places: " + line);
        family = next;
      }
    }
    return new PrometheusText(samples);
  }

  private static String family(String name, Map<String, String> types) {
    if (types.containsKey(name)) {
      return name;
    }
    for (String part : PARTS) {
      String family = name.endsWith(part) ? name.substring(0, name.length() - part.length()) : "";
      if (List.of("histogram", "summary").contains(types.getOrDefault(family, ""))) {
        return family;
      }
    }
    throw new IllegalArgumentException("nobody has said what this is: " + name);
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** A sample by its name and labels; 0 if there is none, as for what has not happened yet. */
  public double get(String sample) {
    return samples.getOrDefault(sample, 0.0);
  }
}
