package org.casaba.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.casaba.geometry.Orientation;

/**
 * The tag Orientation of an EXIF block (CIPA DC-008, section 4.6.4): a TIFF directory in memory.
 */
public final class ExifOrientation {
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_LENGTH = 12;
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  private ExifOrientation() {}

  /**
   * How the picture is to be laid; upright if the block is broken or does not say.
   *
   * @param exif from the byte order mark on, or with the {@code Exif\0\0} of JPEG files before it
   */
  public static Orientation of(byte[] exif) {
    ByteBuffer block = ByteBuffer.wrap(exif).slice();
    if (block.limit() >= PREFIX.length
        && block.slice(0, PREFIX.length).equals(ByteBuffer.wrap(PREFIX))) {
      block = block.slice(PREFIX.length, block.limit() - PREFIX.length);
    }
    if (block.limit() < 8) {
      return Orientation.UPRIGHT;
    }
    switch (block.getShort(0)) {
      case 0x4949 -> block.order(ByteOrder.LITTLE_ENDIAN);
      case 0x4D4D -> block.order(ByteOrder.BIG_ENDIAN);
      default -> {
        return Orientation.UPRIGHT;
      }
    }
    return block.getShort(2) == 42 ? ofDirectory(block, block.getInt(4)) : Orientation.UPRIGHT;
  }

  private static Orientation ofDirectory(ByteBuffer block, int directory) {
    if (directory < 0 || directory > block.limit() - 2) {
      return Orientation.UPRIGHT;
    }
    int entries = Short.toUnsignedInt(block.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_LENGTH;
      if (entry > block.limit() - ENTRY_LENGTH) {
        break;
      }
      if (Short.toUnsignedInt(block.getShort(entry)) == TAG && block.getShort(entry + 2) == SHORT) {
        return Orientation.ofExif(Short.toUnsignedInt(block.getShort(entry + 8)));
      }
    }
    return Orientation.UPRIGHT;
  }
}
