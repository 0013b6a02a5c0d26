package org.casaba.config;

import java.nio.file.Path;
import java.util.Arrays;
import org.casaba.plan.IllegalOverlayException;
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Placement;
import org.casaba.plan.Overlay.Position;
import org.casaba.service.OverlaySettings;
import org.jspecify.annotations.Nullable;

/** Values that describe what is laid over pictures. */
final class OverlayParsers {
  private OverlayParsers() {}

  /** Where environment variables say {@code \n} it is still these two characters. */
  static String text(String text) throws IllegalValueException {
    if (text.length() > OverlaySettings.LONGEST_TEXT) {
      throw new IllegalValueException(
          "is too long", OverlaySettings.LONGEST_TEXT + " characters at most");
    }
    return text.replace("\\n", "\n");
  }

  static String image(String text) throws IllegalValueException {
    if (text.startsWith("/") || Arrays.asList(text.split("[/\\\\]")).contains("..")) {
      throw new IllegalValueException(
          "leads out of the folder of overlays", "a path below overlay.folder");
    }
    return text;
  }

  static String font(String text) throws IllegalValueException {
    if (text.isEmpty()) {
      throw new IllegalValueException("is no font", "a family's name, such as SansSerif");
    }
    return text;
  }

  static Position position(String text) throws IllegalValueException {
    try {
      return OverlaySettings.position(text);
    } catch (IllegalOverlayException e) {
      throw new IllegalValueException(e.problem(), e.allowed());
    }
  }

  static Integer color(String text) throws IllegalValueException {
    try {
      return OverlaySettings.color(text);
    } catch (IllegalOverlayException e) {
      throw new IllegalValueException(e.problem(), e.allowed());
    }
  }

  static OverlaySettings settings(Values values, @Nullable Path folder) {
    String image = values.get(Keys.OVERLAY_IMAGE);
    boolean both = !image.isEmpty() && !values.get(Keys.OVERLAY_TEXT).isEmpty();
    if (both) {
      values.report(Keys.OVERLAY_IMAGE, "stands beside an overlay.text", "set one of both");
    } else if (!image.isEmpty() && folder == null) {
      values.report(Keys.OVERLAY_IMAGE, "lies in no folder", "set overlay.folder too");
    }
    return new OverlaySettings(
        values.get(Keys.OVERLAY_TEXT),
        both ? "" : image,
        lettering(values),
        new Placement(
            values.get(Keys.OVERLAY_POSITION),
            values.get(Keys.OVERLAY_INSET).intValue(),
            values.get(Keys.OVERLAY_MIN_WIDTH).intValue(),
            values.get(Keys.OVERLAY_MIN_HEIGHT).intValue()),
        folder);
  }

  private static Lettering lettering(Values values) {
    double size = values.get(Keys.OVERLAY_FONT_SIZE);
    double least = values.get(Keys.OVERLAY_FONT_MIN_SIZE);
    if (least > size) {
      values.report(Keys.OVERLAY_FONT_MIN_SIZE, "is larger than overlay.font_size", "that at most");
    }
    return new Lettering(
        values.get(Keys.OVERLAY_FONT),
        size,
        Math.min(size, least),
        values.get(Keys.OVERLAY_FONT_WEIGHT),
        values.get(Keys.OVERLAY_LETTER_SPACING),
        values.get(Keys.OVERLAY_COLOR),
        values.get(Keys.OVERLAY_BACKGROUND),
        values.get(Keys.OVERLAY_STROKE_COLOR),
        values.get(Keys.OVERLAY_STROKE_WIDTH));
  }
}
