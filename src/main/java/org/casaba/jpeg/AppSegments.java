package org.casaba.jpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the application segments of a stream tell. What is wrong in them counts as absent.
 */
final class AppSegments {
  private static final byte[] JFIF = signature("JFIF\0");
  private static final byte[] ADOBE = signature("Adobe");
  private static final byte[] EXIF = signature("Exif\0\0");
  private static final byte[] XMP = signature("http://ns.adobe.com/");
  private static final byte[] ICC = signature("ICC_PROFILE\0");
  private static final int MAX_ICC_LENGTH = 4 << 20;

  private boolean jfif;
  private OptionalInt adobeTransform = OptionalInt.empty();
  private byte @Nullable [] exif;
  private final byte[] @Nullable [] iccParts = new byte[256][];
  private int iccCount = -1;
  private int iccLength;
  private boolean iccWrong;

  private static byte[] signature(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether segments behind this marker may tell something. */
  static boolean matter(int marker) {
    return switch (marker) {
      case Marker.APP0, Marker.APP1, Marker.APP2, Marker.APP14 -> true;
      default -> false;
    };
  }

  void add(int marker, byte[] segment) {
    if (marker == Marker.APP0 && isJfif(segment)) {
      jfif = true;
    } else if (marker == Marker.APP14 && isAdobe(segment)) {
      adobeTransform = OptionalInt.of(segment[11] & 0xFF);
    } else if (marker == Marker.APP1 && isExif(segment) && exif == null) {
      exif = Arrays.copyOfRange(segment, EXIF.length, segment.length);
    } else if (marker == Marker.APP2 && isIcc(segment)) {
      addIcc(segment);
    }
  }

  /** What an APP0 segment is. */
  static boolean isJfif(byte[] segment) {
    return begins(segment, JFIF);
  }

  /** What an APP14 segment is. */
  static boolean isAdobe(byte[] segment) {
    return begins(segment, ADOBE) && segment.length >= 12;
  }

  /** What an APP1 segment is. */
  static boolean isExif(byte[] segment) {
    return begins(segment, EXIF);
  }

  /** What an APP1 segment is: XMP or its continuation. */
  static boolean isXmp(byte[] segment) {
    return begins(segment, XMP);
  }

  /** What an APP2 segment is: a part of a profile. */
  static boolean isIcc(byte[] segment) {
    return begins(segment, ICC);
  }

  private static boolean begins(byte[] segment, byte[] signature) {
    return segment.length >= signature.length
        && Arrays.equals(segment, 0, signature.length, signature, 0, signature.length);
  }

  /** A part of a profile: signature, number from 1 on, count, data (ICC.1 annex B.4). */
  private void addIcc(byte[] segment) {
    int head = ICC.length + 2;
    if (segment.length <= head) {
      iccWrong = true;
      return;
    }
    int number = segment[ICC.length] & 0xFF;
    int count = segment[ICC.length + 1] & 0xFF;
    iccLength += segment.length - head;
    iccWrong |=
        number == 0
            || number > count
            || (iccCount >= 0 && iccCount != count)
            || iccParts[number] != null
            || iccLength > MAX_ICC_LENGTH;
    if (!iccWrong) {
      iccCount = count;
      iccParts[number] = Arrays.copyOfRange(segment, head, segment.length);
    }
  }

  AppMarkers markers() {
    return new AppMarkers(
        jfif, adobeTransform, Optional.ofNullable(exif), Optional.ofNullable(icc()));
  }

  private byte @Nullable [] icc() {
    if (iccCount < 1 || iccWrong) {
      return null;
    }
    ByteBuffer profile = ByteBuffer.allocate(iccLength);
    for (int i = 1; i <= iccCount; i++) {
      byte[] part = iccParts[i];
      if (part == null) {
        return null;
      }
      profile.put(part);
    }
    return profile.array();
  }
}
