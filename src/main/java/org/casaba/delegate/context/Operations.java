package org.casaba.delegate.context;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.Decimal;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Quality;
import org.casaba.iiif.Region;
import org.casaba.iiif.Rotation;
import org.casaba.iiif.Scale;
import org.casaba.iiif.Size;
import org.casaba.plan.Regions;
import org.casaba.plan.UnsatisfiableRequestException;
import org.jspecify.annotations.Nullable;

/** What an image request asks for, as a list of things to be done in that order. */
final class Operations {
  private Operations() {}

  /**
   * @param reduced to what the image is reduced, which is what the request's pixels are of
   * @param fullSize of the image, in whose pixels rules think; null while that is not known
   */
  static List<Map<String, Object>> of(
      ImageRequest request, Scale reduced, @Nullable Dimensions fullSize) {
    List<Map<String, Object>> operations = new ArrayList<>();
    operations.add(crop(request.region(), reduced, fullSize));
    operations.add(scale(request.size()));
    Rotation rotation = request.rotation().canonical();
    if (rotation.mirrored()) {
      operations.add(operation("Transpose", "axis", "horizontal"));
    }
    if (!rotation.degrees().isZero()) {
      operations.add(operation("Rotate", "degrees", number(rotation.degrees())));
    }
    if (request.quality() != Quality.DEFAULT) {
      operations.add(operation("ColorTransform", "type", request.quality().parameter()));
    }
    operations.add(operation("Encode", "format", request.format().mediaType()));
    return operations;
  }

  private static Map<String, Object> crop(
      Region region, Scale reduced, @Nullable Dimensions fullSize) {
    if (fullSize != null) {
      try {
        Dimensions shown = reduced.of(fullSize);
        Rectangle r = covering(Regions.resolve(region, shown), shown, fullSize);
        return operation(
            "Crop",
            "type",
            "pixels",
            "x",
            r.x(),
            "y",
            r.y(),
            "width",
            r.width(),
            "height",
            r.height());
      } catch (UnsatisfiableRequestException e) {
        // Described as it was written, then: it is planning that refuses it.
      }
    }
    return switch (region) {
      case Region.Full() -> operation("Crop", "type", "full");
      case Region.Square() -> operation("Crop", "type", "square");
      case Region.Pixels(long x, long y, long w, long h) ->
          operation("Crop", "type", "pixels", "x", x, "y", y, "width", w, "height", h);
      case Region.Percent(Decimal x, Decimal y, Decimal w, Decimal h) ->
          operation(
              "Crop", "type", "percent", "x", number(x), "y", number(y), "width", number(w),
              "height", number(h));
    };
  }

  /** All pixels of the full image that show in a part of it as if it were smaller. */
  private static Rectangle covering(Rectangle part, Dimensions shown, Dimensions full) {
    double horizontal = (double) full.width() / shown.width();
    double vertical = (double) full.height() / shown.height();
    int left = (int) Math.floor(part.x() * horizontal);
    int top = (int) Math.floor(part.y() * vertical);
    int right = (int) Math.min(full.width(), Math.ceil(part.right() * horizontal));
    int bottom = (int) Math.min(full.height(), Math.ceil(part.bottom() * vertical));
    return new Rectangle(left, top, right - left, bottom - top);
  }

  private static Map<String, Object> scale(Size size) {
    return switch (size) {
      case Size.Full() -> operation("Scale", "type", "full");
      case Size.Max(boolean _) -> operation("Scale", "type", "max");
      case Size.Width(boolean _, long w) -> operation("Scale", "type", "width", "width", w);
      case Size.Height(boolean _, long h) -> operation("Scale", "type", "height", "height", h);
      case Size.Percent(boolean _, Decimal p) ->
          operation("Scale", "type", "percent", "percent", number(p));
      case Size.Exact(boolean _, long w, long h) ->
          operation("Scale", "type", "exact", "width", w, "height", h);
      case Size.Confined(boolean _, long w, long h) ->
          operation("Scale", "type", "confined", "width", w, "height", h);
    };
  }

  /** Whole numbers stay whole, in languages that tell 90 from 90.0. */
  private static Number number(Decimal decimal) {
    double value = decimal.doubleValue();
    return value == Math.rint(value) && value < Long.MAX_VALUE ? (Number) (long) value : value;
  }

  private static Map<String, Object> operation(String name, Object... keysAndValues) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("class", name);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      operation.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return operation;
  }
}
