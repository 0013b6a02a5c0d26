package org.casaba.iiif;

import java.util.Optional;

/**
 * An output format that the server writes, as the last part of an image request names it (Image API
 * 3.0 section 4.5).
 */
public enum Format {
  JPG("jpg", "image/jpeg", 65500, false),
  PNG("png", "image/png", Integer.MAX_VALUE, true),
  GIF("gif", "image/gif", 65535, true),
  TIF("tif", "image/tiff", Integer.MAX_VALUE, true);

  private final String extension;
  private final String mediaType;
  private final int maxDimension;
  private final boolean alpha;

  Format(String extension, String mediaType, int maxDimension, boolean alpha) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.maxDimension = maxDimension;
    this.alpha = alpha;
  }

  /** The format of that name, if it is one that is written here. */
  public static Optional<Format> of(String extension) {
    for (Format f : values()) {
      if (f.extension.equals(extension)) {
        return Optional.of(f);
      }
    }
    return Optional.empty();
  }

  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * Largest width or height in pixels that a file of the format can have (JPEG: libjpeg's limit).
   */
  public int maxDimension() {
    return maxDimension;
  }

  /** Whether pixels can be transparent. */
  public boolean alpha() {
    return alpha;
  }
}
