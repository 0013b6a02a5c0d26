package org.casaba.pyramid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.casaba.codec.tiff.TiffSurvey;
import org.casaba.content.Content;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.StoredFile;

/** Whether a file is there up to its end, as far as that shows without decoding it. */
final class Wholeness {
  private static final int END_OF_IMAGE = 0xFFD9;
  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_END = 0x49454E44; // IEND
  private static final int RIFF_HEAD = 8;

  private Wholeness() {}

  /**
   * Whether what belongs to the picture lies beyond the end of the file.
   *
   * @param format of the content; of formats that do not tell where they end the answer is no
   */
  static boolean isBrokenOff(Content content, String format) throws IOException {
    return switch (format) {
      case "JPEG" -> !endsAsJpeg(content);
      case "TIFF" -> TiffSurvey.isBrokenOff(content);
      case "PNG" -> !endsAsPng(content);
      case "WebP" -> number(content, 4, ByteOrder.LITTLE_ENDIAN) + RIFF_HEAD > content.size();
      default -> false;
    };
  }

  /** Behind the end there may be anything; only then the file is gone through (ITU T.81 B.1.1). */
  private static boolean endsAsJpeg(Content content) throws IOException {
    byte[] last = content.read(content.size() - 2, 2);
    return (ByteBuffer.wrap(last).getShort() & 0xFFFF) == END_OF_IMAGE
        || StoredFile.of(JpegBytes.of(content::read)).complete();
  }

  /** From chunk to chunk (PNG, section 5.3). */
  private static boolean endsAsPng(Content content) throws IOException {
    long at = PNG_SIGNATURE;
    while (at + 12 <= content.size()) {
      if (number(content, at + 4, ByteOrder.BIG_ENDIAN) == PNG_END) {
        return true;
      }
      at += 12 + number(content, at, ByteOrder.BIG_ENDIAN);
    }
    return false;
  }

  private static long number(Content content, long at, ByteOrder order) throws IOException {
    return Integer.toUnsignedLong(ByteBuffer.wrap(content.read(at, 4)).order(order).getInt());
  }
}
