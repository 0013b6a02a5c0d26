package org.casaba.codec.webp;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.content.Content;

/**
 * Reads WebP files, lossy and lossless, with opacity; of animations the first frame, as it appears
 * on the canvas, which around it is transparent.
 */
public final class WebpDecoder implements Decoder {
  private static final int RIFF = 0x46464952;
  private static final int WEBP = 0x50424557;

  @Override
  public boolean recognises(ByteBuffer head) {
    int start = head.position();
    return head.remaining() >= 12
        && Integer.reverseBytes(head.getInt(start)) == RIFF
        && Integer.reverseBytes(head.getInt(start + 8)) == WEBP;
  }

  @Override
  public DecodedImage open(Content content) throws IOException {
    return new WebpImage(content, WebpFile.read(content));
  }
}
