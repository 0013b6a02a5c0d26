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
  private static final int ACSP = 0x61637370;

  private IccProfile() {}

  /**
   * The profile, cut to the length that it gives itself, if its header is sound and its colour
   * space is that of the layout: RGB for colour, gray for gray.
   */
  public static Optional<byte[]> usable(byte[] profile, PixelLayout layout) {
    if (profile.length < MIN_LENGTH || profile.length > MAX_LENGTH) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(profile);
    int length = header.getInt(0);
    int space = layout.color() ? RGB : GRAY;
    boolean sound =
        length >= MIN_LENGTH
            && length <= profile.length
            && header.getInt(SIGNATURE) == ACSP
            && header.getInt(COLOR_SPACE) == space;
    return sound ? Optional.of(Arrays.copyOf(profile, length)) : Optional.empty();
  }
}
