package org.casaba.jpeg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The APP2 segments that hold an ICC profile (ICC.1 annex B.4). */
final class IccSegments {
  private static final byte[] SIGNATURE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_PART = 65519;
  private static final int MAX_PARTS = 255;

  private IccSegments() {}

  /**
   * What stands between marker and length and the next marker.
   *
   * @param icc null for none; one of more than 16 MB does not fit and is left out
   */
  static List<byte[]> of(byte @Nullable [] icc) {
    int parts = icc == null ? 0 : Math.ceilDiv(icc.length, MAX_PART);
    List<byte[]> segments = new ArrayList<>();
    if (icc == null || parts > MAX_PARTS) {
      return segments;
    }
    for (int i = 0; i < parts; i++) {
      int from = i * MAX_PART;
      int to = Math.min(from + MAX_PART, icc.length);
      ByteArrayOutputStream segment = new ByteArrayOutputStream();
      segment.writeBytes(SIGNATURE);
      segment.write(i + 1);
      segment.write(parts);
      segment.write(icc, from, to - from);
      segments.add(segment.toByteArray());
    }
    return segments;
  }
}
