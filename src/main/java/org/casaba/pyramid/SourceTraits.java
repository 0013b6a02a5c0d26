package org.casaba.pyramid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.tiff.TiffSurvey;
import org.casaba.content.Content;

/**
 * What matters of a source beside its pixels as they are decoded.
 *
 * @param lossy whether it has been compressed with loss
 * @param bits of a sample as stored, 1 to 16
 */
record SourceTraits(boolean lossy, int bits) {
  private static final int PNG_DEPTH = 24;
  private static final int WEBP_FIRST_CHUNK = 12;
  private static final int LOSSY = 0x20385056;
  private static final int LOSSLESS = 0x4C385056;

  static SourceTraits of(Content content, DecodedImage image) throws IOException {
    return switch (image.facts().format()) {
      case "JPEG" -> new SourceTraits(true, 8);
      case "WebP" -> new SourceTraits(isLossyWebp(content), 8);
      case "PNG" -> new SourceTraits(false, content.read(PNG_DEPTH, 1)[0]);
      case "TIFF" -> {
        TiffSurvey survey = TiffSurvey.of(content);
        boolean jpeg = survey.levels().getFirst().compression().equals("JPEG");
        yield new SourceTraits(jpeg, survey.bits());
      }
      default -> new SourceTraits(false, 8);
    };
  }

  /** By the first chunk that holds pixels (RFC 9649 section 2.5). */
  private static boolean isLossyWebp(Content content) throws IOException {
    long at = WEBP_FIRST_CHUNK;
    while (at + 8 <= content.size()) {
      ByteBuffer chunk = ByteBuffer.wrap(content.read(at, 8)).order(ByteOrder.LITTLE_ENDIAN);
      int name = chunk.getInt();
      long length = Integer.toUnsignedLong(chunk.getInt());
      if (name == LOSSY || name == LOSSLESS) {
        return name == LOSSY;
      }
      at += 8 + length + (length & 1);
    }
    return false;
  }
}
