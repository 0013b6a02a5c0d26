package org.casaba.render;

import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Window;
import org.casaba.plan.Overlay.Placement;
import org.casaba.render.RenderSettings.Filter;
import org.jspecify.annotations.Nullable;

/** Lays a stamp over a picture. A gray picture becomes RGB if the stamp is coloured. */
final class LayOver implements Step {
  private final Stamp stamp;
  private final Spot spot;
  private final @Nullable Resample resample;

  private LayOver(Stamp stamp, Spot spot, @Nullable Resample resample) {
    this.stamp = stamp;
    this.spot = spot;
    this.resample = resample;
  }

  /**
   * @param picture size of the picture it is laid over
   * @param filter how a stamp that fills the picture is brought to its size
   * @throws OverlayException if that size is beyond what can be resampled
   */
  static LayOver of(Stamp stamp, Placement placement, Dimensions picture, Filter filter)
      throws OverlayException {
    Spot spot = Spot.of(placement, stamp.size(), picture);
    if (spot.size().equals(stamp.size())) {
      return new LayOver(stamp, spot, null);
    }
    try {
      Window all = Window.of(stamp.size().whole());
      return new LayOver(stamp, spot, Resample.of(all, stamp.size(), spot.size(), filter));
    } catch (UnsupportedImageException e) {
      throw new OverlayException("the overlay cannot be as large as the picture", e);
    }
  }

  /** The same for the picture without its first rows. */
  LayOver without(int rows) {
    return new LayOver(stamp, spot.raised(rows), resample);
  }

  @Override
  public PixelRows apply(PixelRows rows) {
    boolean color = rows.layout().color() || !stamp.isGray();
    PixelLayout layout = PixelLayout.of(color, rows.layout().alpha());
    PixelRows wide = layout == rows.layout() ? rows : colored(rows, layout);
    if (resample == null) {
      return new OverlaidRows(wide, spot, stamp::row);
    }
    // What lies above the picture is never asked for.
    int hidden = Math.clamp(-(long) spot.top(), 0, spot.size().height() - 1);
    Resample seen = resample.part(hidden, spot.size().height());
    PixelRows scaled = seen.apply(stamp.rows(seen.source().y(), seen.source().height()));
    return new OverlaidRows(wide, spot, (_, row) -> scaled.next(row));
  }

  /** The same picture, with three bands for gray. */
  private static PixelRows colored(PixelRows rows, PixelLayout layout) {
    int from = rows.layout().bands();
    int to = layout.bands();
    return new EachRow(
        rows,
        layout,
        (gray, rgb, width) -> {
          for (int i = 0, at = 0, g = 0; i < width; i++, at += to, g += from) {
            rgb[at] = gray[g];
            rgb[at + 1] = gray[g];
            rgb[at + 2] = gray[g];
            rgb[at + to - 1] = gray[g + from - 1];
          }
        });
  }
}
