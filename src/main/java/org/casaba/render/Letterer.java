package org.casaba.render;

import java.awt.AWTError;
import java.util.List;
import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.Overlay;
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Position;

/** Draws an overlay's text as large as the lettering says, or as it has room. */
final class Letterer {

  /** Measures grow with the size, nearly: a few rounds find the one that fits. */
  private static final int ROUNDS = 8;

  private final List<String> lines;
  private final Lettering lettering;
  private final Position position;

  private Letterer(Overlay.Text text) {
    this.lines =
        text.text().strip().lines().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
    this.lettering = text.lettering();
    this.position = text.placement().position();
  }

  /**
   * The text in pixels; nothing if the picture is too small for its least size.
   *
   * @throws OverlayException if Java has no font, or it is more than can be held
   */
  static Optional<Stamp> draw(Overlay.Text text, Dimensions picture) throws OverlayException {
    Dimensions room = Spot.free(picture, text.placement().inset());
    try {
      return new Letterer(text).draw(room);
    } catch (LinkageError | InternalError | AWTError | RuntimeException e) {
      // What the JDK throws without fontconfig, without FreeType, without a font file.
      throw new OverlayException(
          "the text of an overlay cannot be drawn: Java needs fontconfig and at least one font on"
              + " this server, such as Debian's packages fontconfig and fonts-dejavu-core",
          e);
    }
  }

  private Optional<Stamp> draw(Dimensions room) throws OverlayException {
    double largest = lettering.size();
    if (position == Position.SCALED) {
      largest = Math.max(largest, largest * growth(block(largest), room));
    }
    Optional<TextBlock> fitting = fitting(largest, room, Long.MAX_VALUE);
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    TextBlock held =
        fitting(largest, room, Stamp.MAX_PIXELS)
            .orElseThrow(
                () -> new OverlayException("an overlay's text is too large at its least size"));
    return Optional.of(held.draw(lettering, position));
  }

  private Optional<TextBlock> fitting(double largest, Dimensions room, long pixels) {
    double size = largest;
    for (int round = 0; round < ROUNDS; round++) {
      TextBlock block = block(size);
      double growth = Math.min(growth(block, room), Math.sqrt(pixels / area(block)));
      if (growth >= 1) {
        return Optional.of(block);
      }
      if (size <= lettering.minSize()) {
        return Optional.empty();
      }
      // Strokes do not shrink: so a bit less than in proportion, in halves of a pixel.
      double less = Math.min(size - 0.5, Math.floor(size * growth * 2) / 2);
      size = Math.max(lettering.minSize(), less);
    }
    TextBlock least = block(lettering.minSize());
    return growth(least, room) >= 1 && area(least) <= pixels
        ? Optional.of(least)
        : Optional.empty();
  }

  private TextBlock block(double size) {
    return TextBlock.of(lines, lettering, size);
  }

  private static double area(TextBlock block) {
    return Math.ceil(block.fullWidth()) * Math.ceil(block.fullHeight());
  }

  /** How many times larger it could be. */
  private static double growth(TextBlock block, Dimensions room) {
    return Math.min(
        room.width() / Math.ceil(block.fullWidth()), room.height() / Math.ceil(block.fullHeight()));
  }
}
