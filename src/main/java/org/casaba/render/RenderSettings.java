package org.casaba.render;

/**
 * How answers are drawn.
 *
 * @param jpegQuality {@code render.jpeg.quality}: 1 to 100
 * @param background {@code render.background}: 0xRRGGBB, what shows through where the output format
 *     cannot be transparent
 * @param filter {@code render.filter}
 */
public record RenderSettings(int jpegQuality, int background, Filter filter) {

  /** The kernel that resampling weighs neighbours with. */
  public enum Filter {
    BOX,
    TRIANGLE,
    CATMULL_ROM,
    LANCZOS3
  }

  public RenderSettings {
    if (jpegQuality < 1 || jpegQuality > 100) {
      throw new IllegalArgumentException("quality is 1 to 100");
    }
  }
}
