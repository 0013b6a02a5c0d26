package org.casaba.render;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Breaks lines between words.
 *
 * @param attributes how the text is set
 * @param width pixels that a line may have; a longer word is a line of its own
 */
record TextWrap(Map<TextAttribute, Object> attributes, FontRenderContext context, double width) {

  List<String> wrap(List<String> lines) {
    List<String> wrapped = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        wrapped.add(line);
      } else {
        wrap(line, wrapped);
      }
    }
    return wrapped;
  }

  private void wrap(String line, List<String> wrapped) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    AttributedString text = new AttributedString(line, attributes);
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(
            text.getIterator(), BreakIterator.getLineInstance(Locale.ROOT), context);
    breaks.setText(line);
    for (int from = 0; from < line.length(); ) {
      int to = measurer.nextOffset((float) width, line.length(), true);
      if (to <= from) {
        to = breaks.following(from);
      }
      wrapped.add(line.substring(from, to).stripTrailing());
      measurer.setPosition(to);
      from = to;
    }
  }
}
