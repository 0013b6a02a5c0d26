package org.casaba.delegate.answer;

import java.util.OptionalLong;
import org.casaba.plan.Limits;
import org.jspecify.annotations.Nullable;

/** Reads how large an answer a caller may have at most. */
public final class CapsAnswer {
  static final String ALLOWED = "max_width, max_height, max_area, any of them";

  /** The largest whole number that every language counts with exactly. */
  private static final long LARGEST = 1L << 53;

  private CapsAnswer() {}

  /**
   * What {@code limits} answers.
   *
   * @param answer null for no limits
   */
  public static Limits read(@Nullable Object answer) throws IllegalAnswerException {
    if (answer == null) {
      return Limits.NONE;
    }
    Fields fields = Fields.of(answer, "a map of " + ALLOWED + ", or nothing");
    if (!areIn(fields)) {
      throw new IllegalAnswerException("where there is none of " + ALLOWED);
    }
    Limits limits = take(fields);
    fields.nothingElse(ALLOWED);
    return limits;
  }

  static boolean areIn(Fields fields) {
    return fields.has("max_width") || fields.has("max_height") || fields.has("max_area");
  }

  /** Takes the caps out of an answer that may have others fields beside them. */
  static Limits take(Fields fields) throws IllegalAnswerException {
    OptionalLong width = fields.wholeNumber("max_width", 1, Integer.MAX_VALUE);
    OptionalLong height = fields.wholeNumber("max_height", 1, Integer.MAX_VALUE);
    OptionalLong area = fields.wholeNumber("max_area", 1, LARGEST);
    return Limits.of((int) width.orElse(0), (int) height.orElse(0), area.orElse(0));
  }
}
