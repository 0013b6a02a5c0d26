package org.casaba.iiif;

/**
 * To what size the region is scaled (Image API 3.0 section 4.2). {@code upscaling} is version 3's
 * {@code ^}; version 2 has no such mark and allows upscaling in every form that names a size.
 */
public sealed interface Size {

  /** Version 2's {@code full}: the region's own size. */
  record Full() implements Size {
    @Override
    public String toString() {
      return "full";
    }
  }

  /** The largest size that is served. */
  record Max(boolean upscaling) implements Size {
    @Override
    public String toString() {
      return caret(upscaling) + "max";
    }
  }

  /** That width, the height in proportion. */
  record Width(boolean upscaling, long width) implements Size {
    public Width {
      positive(width);
    }

    @Override
    public String toString() {
      return caret(upscaling) + width + ",";
    }
  }

  /** That height, the width in proportion. */
  record Height(boolean upscaling, long height) implements Size {
    public Height {
      positive(height);
    }

    @Override
    public String toString() {
      return caret(upscaling) + "," + height;
    }
  }

  /** A percentage of the region's width and height, more than 0. */
  record Percent(boolean upscaling, Decimal percent) implements Size {
    public Percent {
      if (percent.isZero()) {
        throw new IllegalArgumentException("0 percent");
      }
    }

    @Override
    public String toString() {
      return caret(upscaling) + "pct:" + percent;
    }
  }

  /** Exactly that size, in proportion or not. */
  record Exact(boolean upscaling, long width, long height) implements Size {
    public Exact {
      positive(width);
      positive(height);
    }

    @Override
    public String toString() {
      return caret(upscaling) + width + "," + height;
    }
  }

  /** The largest size in proportion that fits. */
  record Confined(boolean upscaling, long width, long height) implements Size {
    public Confined {
      positive(width);
      positive(height);
    }

    @Override
    public String toString() {
      return caret(upscaling) + "!" + width + "," + height;
    }
  }

  private static String caret(boolean upscaling) {
    return upscaling ? "^" : "";
  }

  private static void positive(long pixels) {
    if (pixels < 1) {
      throw new IllegalArgumentException(pixels + " pixels");
    }
  }
}
