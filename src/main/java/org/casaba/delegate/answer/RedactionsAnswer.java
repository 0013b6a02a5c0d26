package org.casaba.delegate.answer;

import java.util.ArrayList;
import java.util.List;
import org.casaba.geometry.Rectangle;
import org.jspecify.annotations.Nullable;

/** Reads what {@code redactions} answers. */
public final class RedactionsAnswer {
  private static final String ALLOWED = "a list of maps of x, y, width, height";
  private static final int MOST = 1000;

  private RedactionsAnswer() {}

  /**
   * Parts of the full image.
   *
   * @param answer null for none
   */
  public static List<Rectangle> read(@Nullable Object answer) throws IllegalAnswerException {
    if (answer == null) {
      return List.of();
    }
    if (!(answer instanceof List<?> list) || list.size() > MOST) {
      throw new IllegalAnswerException("which is not " + ALLOWED + ", " + MOST + " at most");
    }
    List<Rectangle> rectangles = new ArrayList<>();
    for (Object each : list) {
      rectangles.add(rectangle(each));
    }
    return rectangles;
  }

  private static Rectangle rectangle(@Nullable Object each) throws IllegalAnswerException {
    Fields fields = Fields.of(each, ALLOWED);
    int x = length(fields, "x", 0);
    int y = length(fields, "y", 0);
    int width = length(fields, "width", 1);
    int height = length(fields, "height", 1);
    fields.nothingElse(ALLOWED);
    return new Rectangle(
        x, y, Math.min(width, Integer.MAX_VALUE - x), Math.min(height, Integer.MAX_VALUE - y));
  }

  private static int length(Fields fields, String key, int min) throws IllegalAnswerException {
    // One less than the most, so that something is left for a width.
    return (int)
        fields
            .wholeNumber(key, min, Integer.MAX_VALUE - 1)
            .orElseThrow(() -> new IllegalAnswerException("where " + key + " is missing"));
  }
}
