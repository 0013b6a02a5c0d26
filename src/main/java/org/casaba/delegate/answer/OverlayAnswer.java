package org.casaba.delegate.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.casaba.plan.IllegalOverlayException;
import org.casaba.plan.Overlay;
import org.casaba.plan.OverlayParser;
import org.jspecify.annotations.Nullable;

/** Reads what {@code overlay} answers. */
public final class OverlayAnswer {
  private OverlayAnswer() {}

  /**
   * What is to be laid over the picture, whatever the configuration says.
   *
   * @param answer null for nothing
   */
  public static Overlay read(@Nullable Object answer) throws IllegalAnswerException {
    if (answer == null) {
      return new Overlay.Nothing();
    }
    if (!(answer instanceof Map<?, ?> map)) {
      throw new IllegalAnswerException("which is not a map that describes an overlay, or nothing");
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach((key, value) -> values.put((String) key, value));
    try {
      return OverlayParser.parse(values);
    } catch (IllegalOverlayException e) {
      throw new IllegalAnswerException("where " + e.getMessage());
    }
  }
}
