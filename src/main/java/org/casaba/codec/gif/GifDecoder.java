package org.casaba.codec.gif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.content.Content;

/**
 * Reads the first frame of GIF files as it appears on the logical screen, which around it is
 * transparent. A screen too small for the frame grows, as in browsers.
 */
public final class GifDecoder implements Decoder {
  private static final byte[] SIGNATURE = "GIF8".getBytes(StandardCharsets.US_ASCII);

  @Override
  public boolean recognises(ByteBuffer head) {
    return head.remaining() >= SIGNATURE.length
        && head.slice(head.position(), SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
  }

  @Override
  public DecodedImage open(Content content) throws IOException {
    return new GifImage(content, new FrameReader(content).read());
  }
}
