package org.casaba.codec.bmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.content.Content;

/**
 * Reads BMP files of all depths, uncompressed or run-length coded; only embedded JPEG and PNG,
 * which are meant for printers, are not. Opacity counts where the header has a mask for it.
 */
public final class BmpDecoder implements Decoder {
  private static final int EMBEDDED_PROFILE = 0x4D424544; // MBED
  private static final int COLOR_SPACE = BmpHeader.INFO_START + 56;
  private static final int PROFILE_PLACE = BmpHeader.INFO_START + 112;

  @Override
  public boolean recognises(ByteBuffer head) {
    int start = head.position();
    return head.remaining() >= BmpHeader.INFO_START + 4
        && head.get(start) == 'B'
        && head.get(start + 1) == 'M'
        && head.get(start + BmpHeader.INFO_START) <= BmpHeader.V5_LENGTH
        && head.get(start + BmpHeader.INFO_START + 1) == 0;
  }

  @Override
  public DecodedImage open(Content content) throws IOException {
    BmpHeader header = BmpHeader.read(content);
    Pixels pixels = Pixels.read(header, content);
    return new BmpImage(content, header, pixels, profile(header, content, pixels.layout()));
  }

  private static Optional<byte[]> profile(BmpHeader header, Content content, PixelLayout layout)
      throws IOException {
    if (header.infoLength() < BmpHeader.V5_LENGTH) {
      return Optional.empty();
    }
    ContentReader reader = new ContentReader(content, COLOR_SPACE, ByteOrder.LITTLE_ENDIAN);
    if (reader.i32() != EMBEDDED_PROFILE) {
      return Optional.empty();
    }
    reader.seek(PROFILE_PLACE);
    long start = BmpHeader.INFO_START + Integer.toUnsignedLong(reader.i32());
    int length = reader.i32();
    if (length < 0 || length > IccProfile.MAX_LENGTH || start + length > content.size()) {
      return Optional.empty();
    }
    return IccProfile.usable(content.read(start, length), layout);
  }
}
