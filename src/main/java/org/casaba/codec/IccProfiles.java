package org.casaba.codec;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Optional;

/** ICC profiles as images carry them: checked before anybody relies on them. */
public final class IccProfiles {
  private IccProfiles() {}

  /**
   * The profile, if it can be read and is meant for pixels of that layout.
   *
   * @param profile as it stands in a file
   */
  public static Optional<byte[]> usable(Optional<byte[]> profile, PixelLayout layout) {
    int space =
        switch (layout) {
          case GRAY, GRAY_ALPHA -> ColorSpace.TYPE_GRAY;
          case RGB, RGBA -> ColorSpace.TYPE_RGB;
        };
    return profile.filter(bytes -> parse(bytes, space).isPresent());
  }

  /**
   * Reads a profile.
   *
   * @param space the color space it must be meant for: a constant of {@link ColorSpace}
   */
  static Optional<ICC_Profile> parse(byte[] bytes, int space) {
    try {
      ICC_Profile profile = ICC_Profile.getInstance(bytes);
      return profile.getColorSpaceType() == space ? Optional.of(profile) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
