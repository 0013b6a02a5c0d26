package org.casaba.plan;

import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.Format;
import org.casaba.iiif.Quality;

/**
 * Everything that decides the pixels of an answer, in the order in which it is done: decode a
 * window of a resolution level, resample it to a size, turn it, rotate what is left, recolour,
 * encode.
 *
 * @param level index of the resolution level to decode
 * @param window the wanted part, in pixels of that level as stored; inside it
 * @param scaled size of the window after resampling, still in stored orientation
 * @param turn the image's own orientation, the request's mirroring and its whole quarter turns
 * @param rotation clockwise degrees left after {@code turn}: 0 or more, less than 90
 * @param canvas size of the answer: {@code turn.apply(scaled)}, grown to hold the rotated picture
 * @param alterations redactions in pixels of that level as stored, inside it, blackened before
 *     resampling; the overlay is laid on before recolouring
 */
public record RenderPlan(
    int level,
    Window window,
    Dimensions scaled,
    Orientation turn,
    double rotation,
    Dimensions canvas,
    Quality quality,
    Format format,
    Alterations alterations)
    implements Plan {

  /** The part of the level that is shown pixel by pixel; empty if the picture is resampled. */
  public Optional<Rectangle> unscaled() {
    boolean whole =
        window.x() == Math.rint(window.x())
            && window.y() == Math.rint(window.y())
            && window.width() == scaled.width()
            && window.height() == scaled.height();
    return whole
        ? Optional.of(
            new Rectangle((int) window.x(), (int) window.y(), scaled.width(), scaled.height()))
        : Optional.empty();
  }
}
