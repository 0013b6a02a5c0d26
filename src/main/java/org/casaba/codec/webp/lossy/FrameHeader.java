package org.casaba.codec.webp.lossy;

import java.io.IOException;
import java.nio.ByteOrder;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;

/**
 * What stands uncompressed before a key frame (RFC 6386, section 9.1).
 *
 * @param firstPartition where in the file the first partition begins
 * @param firstLength length of the first partition in bytes
 */
public record FrameHeader(Dimensions size, long firstPartition, int firstLength) {
  private static final int START_CODE = 0x2A019D;
  private static final int LENGTH = 10;

  /**
   * Reads it.
   *
   * @param start where in the file the frame begins
   * @param end where it ends
   */
  public static FrameHeader read(Content content, long start, long end) throws IOException {
    ContentReader reader = new ContentReader(content, start, ByteOrder.LITTLE_ENDIAN);
    int tag = reader.u16() | reader.u8() << 16;
    int code = reader.u16() | reader.u8() << 16;
    int width = reader.u16() & 0x3FFF;
    int height = reader.u16() & 0x3FFF;
    boolean keyFrame = (tag & 1) == 0;
    int version = tag >> 1 & 7;
    boolean shown = (tag >> 4 & 1) == 1;
    int firstLength = tag >> 5;
    if (!keyFrame || version > 3 || !shown || code != START_CODE || width == 0 || height == 0) {
      throw new DamagedImageException("The WebP file's picture has an impossible header");
    }
    if (firstLength > end - start - LENGTH) {
      throw new DamagedImageException("The WebP file's picture is cut off");
    }
    return new FrameHeader(new Dimensions(width, height), start + LENGTH, firstLength);
  }
}
