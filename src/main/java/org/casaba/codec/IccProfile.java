package org.casaba.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What images carry to say which colours their numbers mean (ICC.1:2022, section 7.2, header). */
public final class IccProfile {
  /** Longest profile that is looked at, in bytes; the largest printing profiles have about 3 MB. */
  public static final int MAX_LENGTH = 4 << 20;

  private static final int MIN_LENGTH = 132;
  private static final int COLOR_SPACE = 16;
  private static final int SIGNATURE = 36;
  private static final int RGB = 0x52474220;
  private static final int GRAY = 0x47524159;
  private static final int CMYK = 0x434D594B;
  private static final int ACSP = 0x61637370;

  private IccProfile() {}

  /**
   * The profile, cut to the length that it gives itself, if its header is sound and its colour
   * space is that of the layout: RGB for colour, gray for gray.
   */
  public static Optional<byte[]> usable(byte[] profile, PixelLayout layout) {
    return isSound(profile) && space(profile) == (layout.color() ? RGB : GRAY)
        ? Optional.of(Arrays.copyOf(profile, length(profile)))
        : Optional.empty();
  }

  /** Whether the profile's header is sound and it is meant for inks. */
  static boolean isCmyk(byte[] profile) {
    return isSound(profile) && space(profile) == CMYK;
  }

  private static boolean isSound(byte[] profile) {
    return profile.length >= MIN_LENGTH
        && profile.length <= MAX_LENGTH
        && length(profile) >= MIN_LENGTH
        && length(profile) <= profile.length
        && ByteBuffer.wrap(profile).getInt(SIGNATURE) == ACSP;
  }

  private static int length(byte[] profile) {
    return ByteBuffer.wrap(profile).getInt(0);
  }

  private static int space(byte[] profile) {
    return ByteBuffer.wrap(profile).getInt(COLOR_SPACE);
  }
}
