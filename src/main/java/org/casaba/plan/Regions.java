package org.casaba.plan;

import static org.casaba.plan.UnsatisfiableRequestException.outOfBounds;

import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.Decimal;
import org.casaba.iiif.Region;

/** Finds a requested region on an image of known size (Image API 3.0 section 4.1). */
public final class Regions {
  private Regions() {}

  /**
   * What a request's region is on this image.
   *
   * @param image the full size as shown
   * @return the region, cropped to the image's edges
   * @throws UnsatisfiableRequestException if nothing of it lies inside, or it is less than a pixel
   */
  public static Rectangle resolve(Region region, Dimensions image)
      throws UnsatisfiableRequestException {
    return switch (region) {
      case Region.Full() -> image.whole();
      case Region.Square() -> square(image);
      case Region.Pixels(long x, long y, long w, long h) -> crop(x, y, w, h, image);
      case Region.Percent(Decimal x, Decimal y, Decimal w, Decimal h) ->
          crop(
              part(x, image.width()),
              part(y, image.height()),
              part(w, image.width()),
              part(h, image.height()),
              image);
    };
  }

  private static Rectangle square(Dimensions image) {
    int side = Math.min(image.width(), image.height());
    return new Rectangle((image.width() - side) / 2, (image.height() - side) / 2, side, side);
  }

  private static long part(Decimal percent, int side) {
    return Math.round(percent.doubleValue() * side / 100);
  }

  private static Rectangle crop(long x, long y, long w, long h, Dimensions image)
      throws UnsatisfiableRequestException {
    if (w < 1 || h < 1) {
      throw outOfBounds("region", "it is less than one pixel of this image");
    }
    if (x >= image.width() || y >= image.height()) {
      throw outOfBounds(
          "region",
          "it lies outside the image, which is " + image.width() + " x " + image.height());
    }
    return new Rectangle(
        (int) x,
        (int) y,
        (int) Math.min(w, image.width() - x),
        (int) Math.min(h, image.height() - y));
  }
}
