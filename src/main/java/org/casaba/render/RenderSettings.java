package org.casaba.render;

import org.casaba.codec.JpegPart;

/**
 * How answers are drawn.
 *
 * @param jpegQuality {@code render.jpeg.quality}: 1 to 100
 * @param jpegReuse {@code render.jpeg.reuse}: whether stored JPEG data are sent without encoding
 *     them anew, in the quality that they have; see {@link #reuses}
 * @param jpegMetadata {@code render.jpeg.metadata}: what becomes of the metadata in a JPEG file
 *     that is shown whole
 * @param background {@code render.background}: 0xRRGGBB, what shows through where the output format
 *     cannot be transparent
 * @param filter {@code render.filter}
 */
public record RenderSettings(
    int jpegQuality, boolean jpegReuse, Metadata jpegMetadata, int background, Filter filter) {

  private static final int ABOUT_AS_GOOD = 10;

  /** What becomes of EXIF, XMP, IPTC and comments. */
  public enum Metadata {
    STRIP,
    KEEP
  }

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

  /**
   * Whether such JPEG data are sent as they are: what an image came with always, what the server
   * has encoded itself only if it is not much better, and hence larger, than what is asked for.
   */
  boolean reuses(JpegPart stored) {
    return jpegReuse && stored.ownQuality().orElse(0) <= jpegQuality + ABOUT_AS_GOOD;
  }
}
