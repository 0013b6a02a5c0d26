package org.casaba.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads overlays as people write them, in configurations and in scripts. The keys are those of
 * Cantaloupe's delegate scripts.
 */
public final class OverlayParser {
  private static final String STRING = "string";
  private static final String IMAGE = "image";
  private static final Set<String> PLACEMENT =
      Set.of("position", "inset", "min_width", "min_height");
  private static final Set<String> LETTERING =
      Set.of(
          "font",
          "font_size",
          "font_min_size",
          "font_weight",
          "glyph_spacing",
          "color",
          "background_color",
          "stroke_color",
          "stroke_width");

  private final Map<String, ?> values;

  private OverlayParser(Map<String, ?> values) {
    this.values = values;
  }

  /**
   * The overlay that these values describe: {@code image}, or {@code string} and how it looks;
   * {@code position}, {@code inset}, {@code min_width}, {@code min_height}. What is missing or null
   * is as in {@link Overlay.Lettering#DEFAULT} and {@link Overlay.Placement#DEFAULT}.
   *
   * @param values plain values of JSON; numbers may be written as texts
   * @throws IllegalOverlayException if a key is not known, or a value is not allowed
   */
  public static Overlay.Visible parse(Map<String, ?> values) throws IllegalOverlayException {
    OverlayParser parser = new OverlayParser(values);
    boolean isText = values.get(STRING) != null;
    if (isText == (values.get(IMAGE) != null)) {
      throw new IllegalOverlayException("an overlay needs one of both", "string, image");
    }
    parser.requireKnownKeys(isText);
    try {
      return isText
          ? new Overlay.Text(parser.text(STRING, ""), parser.lettering(), parser.placement())
          : new Overlay.Image(parser.text(IMAGE, ""), parser.placement());
    } catch (IllegalArgumentException e) {
      throw new IllegalOverlayException("an overlay cannot be so", String.valueOf(e.getMessage()));
    }
  }

  /** A place as {@code bottom right}; upper case, hyphens and the other order are as good. */
  public static Overlay.Position position(String text) throws IllegalOverlayException {
    Set<String> words = words(text);
    for (Overlay.Position position : Overlay.Position.values()) {
      if (words(position.name()).equals(words)) {
        return position;
      }
    }
    throw new IllegalOverlayException("is no position", spelled());
  }

  /** A colour as CSS writes it: 0xAARRGGBB. */
  public static int color(String text) throws IllegalOverlayException {
    return CssColor.parse(text);
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("[ _-]+")));
  }

  private static String spelled() {
    return Arrays.stream(Overlay.Position.values())
        .map(p -> p.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private void requireKnownKeys(boolean isText) throws IllegalOverlayException {
    Set<String> known = new TreeSet<>(PLACEMENT);
    known.add(IMAGE);
    known.add(STRING);
    if (isText) {
      known.addAll(LETTERING);
    }
    for (String key : values.keySet()) {
      if (!known.contains(key) && !(LETTERING.contains(key) && values.get(key) == null)) {
        throw new IllegalOverlayException(
            "an overlay has no key " + quoted(key), String.join(", ", known));
      }
    }
  }

  private Overlay.Placement placement() throws IllegalOverlayException {
    Overlay.Placement standard = Overlay.Placement.DEFAULT;
    return new Overlay.Placement(
        read("position", standard.position(), OverlayParser::position),
        wholeNumber("inset", standard.inset()),
        wholeNumber("min_width", standard.minWidth()),
        wholeNumber("min_height", standard.minHeight()));
  }

  private Overlay.Lettering lettering() throws IllegalOverlayException {
    Overlay.Lettering standard = Overlay.Lettering.DEFAULT;
    double size = number("font_size", standard.size());
    return new Overlay.Lettering(
        text("font", standard.font()),
        size,
        number("font_min_size", Math.min(size, standard.minSize())),
        number("font_weight", standard.weight()),
        number("glyph_spacing", standard.spacing()),
        read("color", standard.color(), OverlayParser::color),
        read("background_color", standard.background(), OverlayParser::color),
        read("stroke_color", standard.stroke(), OverlayParser::color),
        number("stroke_width", standard.strokeWidth()));
  }

  private String text(String key, String standard) throws IllegalOverlayException {
    Object value = values.get(key);
    return switch (value) {
      case null -> standard;
      case String text -> text;
      default -> throw illegal(key, value, "a text");
    };
  }

  private double number(String key, double standard) throws IllegalOverlayException {
    Object value = values.get(key);
    try {
      return switch (value) {
        case null -> standard;
        case Number number -> number.doubleValue();
        case String text -> Double.parseDouble(text);
        default -> throw illegal(key, value, "a number");
      };
    } catch (NumberFormatException e) {
      throw illegal(key, value, "a number");
    }
  }

  private int wholeNumber(String key, int standard) throws IllegalOverlayException {
    double number = number(key, standard);
    if (!(number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number))) {
      throw illegal(key, values.get(key), "a whole number, 0 or more");
    }
    return (int) number;
  }

  private <T> T read(String key, T standard, Reader<T> reader) throws IllegalOverlayException {
    String text = text(key, "");
    if (values.get(key) == null) {
      return standard;
    }
    try {
      return reader.read(text);
    } catch (IllegalOverlayException e) {
      throw illegal(key, text, e.allowed());
    }
  }

  /** Reads one value of an overlay. */
  private interface Reader<T> {
    T read(String text) throws IllegalOverlayException;
  }

  private static IllegalOverlayException illegal(
      String key, @Nullable Object value, String allowed) {
    return new IllegalOverlayException(
        "an overlay's " + key + " cannot be " + quoted(String.valueOf(value)), allowed);
  }

  private static String quoted(String text) {
    String start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return '"' + start.replaceAll("\\p{Cntrl}", "?") + '"';
  }
}
