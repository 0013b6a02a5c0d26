package org.casaba.plan;

import static org.casaba.plan.UnsatisfiableRequestException.outOfBounds;

import org.casaba.geometry.Dimensions;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Decimal;
import org.casaba.iiif.Size;

/**
 * Works out the size that a request asks for (Image API 3.0 section 4.2, 2.1.1 section 4.2).
 *
 * @param version decides who may upscale: version 3 only with {@code ^}, version 2 anybody
 * @param region pixels of the region
 * @param bounds what is allowed
 * @param validatorMode whether {@code !w,h} beyond the region is an error
 */
record Sizes(ApiVersion version, Dimensions region, Bounds bounds, boolean validatorMode) {
  private static final String SIZE = "size";

  /**
   * The size that {@code size} names, allowed by the bounds.
   *
   * @throws UnsatisfiableRequestException if it is below one pixel or not allowed
   */
  Dimensions resolve(Size size) throws UnsatisfiableRequestException {
    return switch (size) {
      case Size.Full() -> allowed(true, region.width(), region.height());
      case Size.Max(boolean up) -> bounds.largest(region, up ? bounds.maxScale() : 1);
      case Size.Width(boolean up, long w) ->
          allowed(up, w, follows((double) region.height() * w / region.width()));
      case Size.Height(boolean up, long h) ->
          allowed(up, follows((double) region.width() * h / region.height()), h);
      case Size.Percent(boolean up, Decimal percent) ->
          allowed(
              up,
              Math.round(region.width() * percent.doubleValue() / 100),
              Math.round(region.height() * percent.doubleValue() / 100));
      case Size.Exact(boolean up, long w, long h) -> allowed(up, w, h);
      case Size.Confined(boolean up, long w, long h) -> confined(up, w, h);
    };
  }

  /**
   * Version 2 viewers ask for edge tiles as {@code w,}: a sliver of a few rows must not come to no
   * rows at all, so there the side that follows from the other is at least 1.
   */
  private long follows(double exact) {
    return Math.max(version == ApiVersion.V2 ? 1 : 0, Math.round(exact));
  }

  private Dimensions confined(boolean up, long w, long h) throws UnsatisfiableRequestException {
    double fit = Math.min((double) w / region.width(), (double) h / region.height());
    if (fit > 1 && !up && validatorMode) {
      throw upscalingUnasked();
    }
    double scale = up ? Math.min(fit, bounds.maxScale()) : Math.min(fit, 1);
    if (Math.round(region.width() * scale) < 1 || Math.round(region.height() * scale) < 1) {
      throw empty();
    }
    return bounds.largest(region, scale);
  }

  private Dimensions allowed(boolean up, long w, long h) throws UnsatisfiableRequestException {
    if (w < 1 || h < 1) {
      throw empty();
    }
    if (w > region.width() || h > region.height()) {
      allowUpscaling(up, w, h);
    }
    if (w > Integer.MAX_VALUE || h > Integer.MAX_VALUE) {
      throw outOfBounds(SIZE, w + " x " + h + " is too large: " + bounds.describe(w, h));
    }
    Dimensions size = new Dimensions((int) w, (int) h);
    if (!bounds.allow(size)) {
      throw outOfBounds(SIZE, w + " x " + h + " is too large: " + bounds.describe(w, h));
    }
    return size;
  }

  private void allowUpscaling(boolean up, long w, long h) throws UnsatisfiableRequestException {
    if (version == ApiVersion.V3 && !up) {
      throw upscalingUnasked();
    }
    if (bounds.maxScale() == 1) {
      throw new UnsatisfiableRequestException(
          version == ApiVersion.V3
              ? UnsatisfiableRequestException.Reason.NOT_OFFERED
              : UnsatisfiableRequestException.Reason.OUT_OF_BOUNDS,
          SIZE,
          "this server does not enlarge images");
    }
    if (w > Math.ceil(region.width() * bounds.maxScale())
        || h > Math.ceil(region.height() * bounds.maxScale())) {
      throw outOfBounds(
          SIZE,
          "an image may be enlarged at most "
              + Decimal.of(Math.round(bounds.maxScale()))
              + " times");
    }
  }

  private UnsatisfiableRequestException upscalingUnasked() {
    return outOfBounds(
        SIZE,
        "larger than the region, which is "
            + region.width()
            + " x "
            + region.height()
            + "; put ^ before the size to enlarge");
  }

  private static UnsatisfiableRequestException empty() {
    return outOfBounds(SIZE, "it comes to less than one pixel");
  }
}
