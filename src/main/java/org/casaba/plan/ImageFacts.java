package org.casaba.plan;

import java.util.ArrayList;
import java.util.List;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.iiif.Scale;

/**
 * What planning needs to know of a stored image; read from its headers, without pixels.
 *
 * @param format short name of the stored format, for people: {@code TIFF}, {@code JPEG} …
 * @param orientation what makes the stored pixels upright
 * @param levels what can be decoded directly, full size first, each smaller than the one before;
 *     not empty
 * @param coloring what the pixels can show
 * @param alpha whether pixels may be transparent
 */
public record ImageFacts(
    String format,
    Orientation orientation,
    List<ResolutionLevel> levels,
    Coloring coloring,
    boolean alpha) {

  /** What the stored pixels can show. */
  public enum Coloring {
    BITONAL,
    GRAY,
    COLOR
  }

  public ImageFacts {
    levels = List.copyOf(levels);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("an image has at least one resolution level");
    }
  }

  /** Full size as stored, before orientation. */
  public Dimensions storedSize() {
    return levels.getFirst().size();
  }

  /**
   * The same image as if it were stored in a smaller size: a first level of that size, and those
   * levels that are smaller still.
   */
  public ImageFacts reduced(Scale scale) {
    Dimensions size = scale.of(storedSize());
    ResolutionLevel first = new ResolutionLevel(size, null);
    List<ResolutionLevel> smaller = new ArrayList<>();
    for (ResolutionLevel level : levels) {
      if (level.size().equals(size)) {
        first = level;
      } else if (level.size().fitsInto(size)) {
        smaller.add(level);
      }
    }
    smaller.addFirst(first);
    return new ImageFacts(format, orientation, smaller, coloring, alpha);
  }

  /** Full size as shown: what info.json calls width and height. */
  public Dimensions size() {
    return orientation.apply(storedSize());
  }
}
