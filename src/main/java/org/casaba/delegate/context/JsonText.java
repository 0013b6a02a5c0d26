package org.casaba.delegate.context;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON, for people to read. */
public final class JsonText {
  private final StringBuilder out = new StringBuilder();
  private final int longest;

  private JsonText(int longest) {
    this.longest = longest;
  }

  public static String of(@Nullable Object value) {
    return of(value, Integer.MAX_VALUE);
  }

  /** As much of it as fits into so many characters; cut ones end in an ellipsis. */
  public static String of(@Nullable Object value, int longest) {
    JsonText text = new JsonText(longest);
    text.write(value);
    return text.out.length() > longest ? text.out.substring(0, longest) + "…" : text.out.toString();
  }

  private void write(@Nullable Object value) {
    if (out.length() > longest) {
      return;
    }
    switch (value) {
      case null -> out.append("null");
      case Keyed keyed -> write(keyed);
      case Map<?, ?> map -> write(Keyed.of(map));
      case List<?> list -> write(list);
      case Boolean b -> out.append(b);
      case Double d when d.isNaN() || d.isInfinite() -> quote(d.toString());
      case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> out.append(d.longValue());
      case Number n -> out.append(n);
      default -> quote(value.toString());
    }
  }

  private void write(Keyed keyed) {
    String separator = "{";
    for (String key : keyed.keys()) {
      out.append(separator);
      quote(key);
      out.append(':');
      write(keyed.get(key));
      separator = ",";
    }
    out.append(separator.equals("{") ? "{}" : "}");
  }

  private void write(List<?> list) {
    String separator = "[";
    for (Object element : list) {
      out.append(separator);
      write(element);
      separator = ",";
    }
    out.append(separator.equals("[") ? "[]" : "]");
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length() && out.length() <= longest; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
