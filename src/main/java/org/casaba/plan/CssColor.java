package org.casaba.plan;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads colours as CSS writes them (CSS Color Module Level 4, sections 5 and 6). */
final class CssColor {
  private static final String ALLOWED =
      "#rgb, #rrggbb, #rrggbbaa, rgb(r, g, b), rgba(r, g, b, a), transparent, black, white, red and"
          + " the other basic names";
  private static final Pattern HEXADECIMAL =
      Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "rgba?\\( *(\\d{1,3}) *, *(\\d{1,3}) *, *(\\d{1,3}) *"
              + "(?:, *(\\d{1,3}(?:\\.\\d{1,9})?|\\.\\d{1,9})(%?) *)?\\)");

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("transparent", 0),
          Map.entry("black", 0xff000000),
          Map.entry("silver", 0xffc0c0c0),
          Map.entry("gray", 0xff808080),
          Map.entry("grey", 0xff808080),
          Map.entry("white", 0xffffffff),
          Map.entry("maroon", 0xff800000),
          Map.entry("red", 0xffff0000),
          Map.entry("purple", 0xff800080),
          Map.entry("fuchsia", 0xffff00ff),
          Map.entry("magenta", 0xffff00ff),
          Map.entry("green", 0xff008000),
          Map.entry("lime", 0xff00ff00),
          Map.entry("olive", 0xff808000),
          Map.entry("yellow", 0xffffff00),
          Map.entry("navy", 0xff000080),
          Map.entry("blue", 0xff0000ff),
          Map.entry("teal", 0xff008080),
          Map.entry("aqua", 0xff00ffff),
          Map.entry("cyan", 0xff00ffff),
          Map.entry("orange", 0xffffa500));

  private CssColor() {}

  /** The colour as 0xAARRGGBB. */
  static int parse(String text) throws IllegalOverlayException {
    String color = text.strip().toLowerCase(Locale.ROOT);
    Integer named = NAMES.get(color);
    if (named != null) {
      return named;
    }
    if (HEXADECIMAL.matcher(color).matches()) {
      return hexadecimal(color.substring(1));
    }
    Matcher function = FUNCTION.matcher(color);
    if (!function.matches()) {
      throw noColor();
    }
    int red = part(function.group(1));
    int green = part(function.group(2));
    int blue = part(function.group(3));
    int alpha = function.group(4) == null ? 255 : alpha(function.group(4), function.group(5));
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private static int hexadecimal(String digits) {
    String all = digits;
    if (digits.length() < 6) {
      StringBuilder twice = new StringBuilder(8);
      digits.chars().forEach(c -> twice.append((char) c).append((char) c));
      all = twice.toString();
    }
    int value = HexFormat.fromHexDigits(all);
    return all.length() == 8 ? value << 24 | value >>> 8 : 0xff000000 | value;
  }

  private static int part(String digits) throws IllegalOverlayException {
    int value = Integer.parseInt(digits);
    if (value > 255) {
      throw noColor();
    }
    return value;
  }

  /** CSS counts opacity to 1; whole numbers above that, to 255, are as Cantaloupe writes them. */
  private static int alpha(String number, String percent) throws IllegalOverlayException {
    double value = Double.parseDouble(number);
    boolean isFraction = !percent.isEmpty() || value <= 1;
    double alpha = isFraction ? value * 255 / (percent.isEmpty() ? 1 : 100) : value;
    if (alpha > 255 || (!isFraction && number.contains("."))) {
      throw noColor();
    }
    return (int) Math.round(alpha);
  }

  private static IllegalOverlayException noColor() {
    return new IllegalOverlayException("is no colour", ALLOWED);
  }
}
