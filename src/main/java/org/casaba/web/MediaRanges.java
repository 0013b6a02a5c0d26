package org.casaba.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Accept header of a request (RFC 9110 section 12.5.1). What is not well formed in it is passed
 * over.
 */
final class MediaRanges {

  private record Range(String type, double quality) {}

  private final List<Range> ranges = new ArrayList<>();

  MediaRanges(String header) {
    for (String element : header.split(",", -1)) {
      String[] parts = element.split(";", -1);
      double quality = 1;
      for (int i = 1; i < parts.length; i++) {
        String p = parts[i].strip();
        if (p.matches("[qQ]=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
          quality = Double.parseDouble(p.substring(2));
        }
      }
      String type = parts[0].strip().toLowerCase(Locale.ROOT);
      if (type.indexOf('/') > 0) {
        ranges.add(new Range(type, quality));
      }
    }
  }

  /** How much {@code type} is named outright, 0 to 1; 0 when only wildcards would cover it. */
  double explicit(String type) {
    return ranges.stream()
        .filter(r -> r.type().equals(type))
        .mapToDouble(Range::quality)
        .max()
        .orElse(0);
  }
}
