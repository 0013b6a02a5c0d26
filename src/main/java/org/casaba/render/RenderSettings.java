package org.casaba.render;

/**
 * How answers are drawn.
 *
 * @param jpegQuality {@code render.jpeg.quality}: 1 to 100
 * @param jpegReuse {@code render.jpeg.reuse}: whether stored JPEG data are sent without encoding
 *     them anew, in the quality that they have
 * @param background {@code render.background}: 0xRRGGBB, what shows through where the output format
 *     cannot be transparent
 * @param filter {@code render.filter}
 */
public record RenderSettings(int jpegQuality, boolean jpegReuse, int background, Filter filter) {

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
