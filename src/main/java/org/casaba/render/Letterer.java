package org.casaba.render;

import java.awt.AWTError;
import java.util.List;
import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.Overlay;
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Placement;
import org.casaba.plan.Overlay.Position;

/**
 * Draws an overlay's text as large as the lettering says, or as it has room. It is always drawn:
 * whoever can lengthen it does not get the picture without.
 */
final class Letterer {

  /** Measures grow with the size, nearly: a few rounds find the one that fits. */
  private static final int ROUNDS = 8;

  private final List<String> lines;
  private final Lettering lettering;
  private final Placement placement;

  private Letterer(Overlay.Text text) {
    this.lines =
        text.text().strip().lines().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
    this.lettering = text.lettering();
    this.placement = text.placement();
  }

  /**
   * The text in pixels, or as much from its beginning as there is room for at its least size.
   *
   * @throws OverlayException if Java has no font
   */
  static PlacedStamp draw(Overlay.Text text, Dimensions picture) throws OverlayException {
    try {
      return new Letterer(text).draw(picture);
    } catch (LinkageError | InternalError | AWTError | RuntimeException e) {
      // What the JDK throws without fontconfig, without FreeType, without a font file.
      throw new OverlayException(
          "the text of an overlay cannot be drawn: Java needs fontconfig and at least one font on"
              + " this server, such as Debian's packages fontconfig and fonts-dejavu-core",
          e);
    }
  }

  private PlacedStamp draw(Dimensions picture) {
    Dimensions free = Spot.free(picture, placement.inset());
    double largest = lettering.size();
    if (placement.position() == Position.SCALED) {
      largest = Math.max(largest, largest * growth(block(largest), free));
    }
    Optional<TextBlock> fitting = fitting(largest, free);
    return fitting.isPresent() ? lettered(fitting.get(), free, placement) : least(free, picture);
  }

  private PlacedStamp lettered(TextBlock block, Dimensions room, Placement place) {
    return new PlacedStamp(block.draw(lettering, place.position(), room), place);
  }

  /** At its least size: nearer to the edges, else wrapped, else cut off. */
  private PlacedStamp least(Dimensions free, Dimensions picture) {
    TextBlock block = block(lettering.minSize());
    Dimensions room = held(picture, block);
    if (fits(block, room)) {
      return lettered(block, room, nearer());
    }
    TextBlock within = wrapped(free.width());
    return fits(within, free)
        ? lettered(within, free, placement)
        : lettered(wrapped(room.width()), room, nearer());
  }

  /** As much of the picture as can be held, at least as high as a line if the picture is. */
  private static Dimensions held(Dimensions picture, TextBlock block) {
    double line = Math.min(picture.height(), Math.ceil(block.leastHeight()));
    int width = (int) Math.clamp(Stamp.MAX_PIXELS / line, 1, picture.width());
    return new Dimensions(width, Math.min(picture.height(), Stamp.MAX_PIXELS / width));
  }

  /** Everywhere else the inset gives way by itself. */
  private Placement nearer() {
    return placement.position() == Position.SCALED
        ? new Placement(Position.SCALED, 0, placement.minWidth(), placement.minHeight())
        : placement;
  }

  private Optional<TextBlock> fitting(double largest, Dimensions room) {
    double size = largest;
    for (int round = 0; round < ROUNDS; round++) {
      TextBlock block = block(size);
      double growth = Math.min(growth(block, room), Math.sqrt(Stamp.MAX_PIXELS / area(block)));
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
    return fits(least, room) ? Optional.of(least) : Optional.empty();
  }

  private static boolean fits(TextBlock block, Dimensions room) {
    return growth(block, room) >= 1 && area(block) <= Stamp.MAX_PIXELS;
  }

  private TextBlock wrapped(int width) {
    return TextBlock.wrapped(lines, lettering, lettering.minSize(), width);
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
