package org.casaba.delegate;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may know of an image whose headers have been read.
 *
 * @param fullSize as shown, in pixels, before any reduction
 * @param pageCount 1 or more
 * @param result size in pixels of what was asked for, if nothing limited it; null for information
 *     requests
 * @param metadata read only by rules that look at it
 */
public record KnownImage(
    Dimensions fullSize, int pageCount, @Nullable Dimensions result, MetadataReader metadata) {

  public Optional<Dimensions> resultingSize() {
    return Optional.ofNullable(result);
  }

  /** Reads what is embedded in an image file beside its pixels. */
  @FunctionalInterface
  public interface MetadataReader {
    Embedded read() throws IOException;
  }

  /**
   * What is embedded in an image file beside its pixels: plain values of JSON.
   *
   * @param exif EXIF fields by directory and name
   * @param iptc IPTC IIM fields by name
   * @param xmpPacket the XMP packet; null if there is none
   * @param own what only this format has: PNG's texts, comments
   */
  public record Embedded(
      Map<String, Object> exif,
      Map<String, Object> iptc,
      @Nullable String xmpPacket,
      Map<String, Object> own) {
    public static final Embedded NOTHING = new Embedded(Map.of(), Map.of(), null, Map.of());

    public Optional<String> xmp() {
      return Optional.ofNullable(xmpPacket);
    }
  }
}
