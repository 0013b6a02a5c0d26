package org.casaba.service;

import java.nio.file.Path;
import java.util.Optional;
import org.casaba.plan.IllegalOverlayException;
import org.casaba.plan.Overlay;
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Placement;
import org.casaba.plan.OverlayParser;
import org.jspecify.annotations.Nullable;

/**
 * What is laid over all pictures of which no script says otherwise.
 *
 * @param text {@code overlay.text}; empty for none
 * @param image {@code overlay.image}: a path below the folder; empty for none, or if there is a
 *     text
 * @param lettering {@code overlay.font} and the like
 * @param placement {@code overlay.position}, {@code inset}, {@code min_width}, {@code min_height}
 * @param folder {@code overlay.folder}: where the images are that overlays name; null if nowhere
 */
public record OverlaySettings(
    String text, String image, Lettering lettering, Placement placement, @Nullable Path folder) {
  /** Characters that a text has at most. */
  public static final int LONGEST_TEXT = Overlay.Text.MAX_LENGTH;

  public OverlaySettings {
    if (!text.isEmpty() && !image.isEmpty()) {
      throw new IllegalArgumentException("an overlay is a text or an image");
    }
  }

  /** The overlay that these settings describe. */
  public Optional<Overlay.Visible> standard() {
    if (!text.isEmpty()) {
      return Optional.of(new Overlay.Text(text, lettering, placement));
    }
    return image.isEmpty() ? Optional.empty() : Optional.of(new Overlay.Image(image, placement));
  }

  /** A place as {@code bottom right}. */
  public static Overlay.Position position(String text) throws IllegalOverlayException {
    return OverlayParser.position(text);
  }

  /** A colour as CSS writes it: 0xAARRGGBB. */
  public static int color(String text) throws IllegalOverlayException {
    return OverlayParser.color(text);
  }
}
