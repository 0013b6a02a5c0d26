package org.casaba.plan;

import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Quality;
import org.casaba.iiif.Region;
import org.casaba.iiif.Size;

/**
 * The one way to write a request among all that give the same picture (Image API 2.1.1 section 4.7,
 * 3.0 section 4.7).
 */
public final class CanonicalRequest {
  private CanonicalRequest() {}

  /**
   * The canonical form of a request that has been planned.
   *
   * @param plan what the request came to
   */
  public static ImageRequest of(ImageRequest request, ImageFacts facts, RenderPlan plan) {
    Dimensions image = facts.size();
    Rectangle region;
    try {
      region = Regions.resolve(request.region(), image);
    } catch (UnsatisfiableRequestException e) {
      throw new IllegalArgumentException("the request was planned before", e);
    }
    Region canonicalRegion =
        region.equals(image.whole())
            ? new Region.Full()
            : new Region.Pixels(region.x(), region.y(), region.width(), region.height());
    Dimensions size = facts.orientation().apply(plan.scaled());
    return new ImageRequest(
        request.version(),
        request.identifier(),
        canonicalRegion,
        size(request, region.size(), size),
        request.rotation().canonical(),
        plan.quality(),
        request.format());
  }

  private static Size size(ImageRequest request, Dimensions region, Dimensions size) {
    return switch (request.version()) {
      case V2 -> version2(region, size);
      case V3 -> version3(request.size(), region, size);
    };
  }

  private static Size version2(Dimensions region, Dimensions size) {
    if (size.equals(region)) {
      return new Size.Full();
    }
    long inProportion =
        Math.max(1, Math.round((double) region.height() * size.width() / region.width()));
    return inProportion == size.height()
        ? new Size.Width(false, size.width())
        : new Size.Exact(false, size.width(), size.height());
  }

  private static Size version3(Size asked, Dimensions region, Dimensions size) {
    boolean larger = size.width() > region.width() || size.height() > region.height();
    if (asked instanceof Size.Max(boolean up)) {
      return new Size.Max(up && larger);
    }
    return size.equals(region)
        ? new Size.Max(false)
        : new Size.Exact(larger, size.width(), size.height());
  }

  /**
   * Default, if that gives the same picture. Bitonal never does: a black and white picture that is
   * resampled becomes gray.
   */
  static Quality quality(Quality quality, ImageFacts facts) {
    return switch (quality) {
      case DEFAULT, COLOR -> Quality.DEFAULT;
      case GRAY -> facts.coloring() == ImageFacts.Coloring.COLOR ? Quality.GRAY : Quality.DEFAULT;
      case BITONAL -> Quality.BITONAL;
    };
  }
}
