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
    ByteBuffer block = block(exif);
    int entry = entry(block, directory(block));
    return entry < 0
        ? Orientation.UPRIGHT
        : Orientation.ofExif(Short.toUnsignedInt(block.getShort(entry + 8)));
  }

  /**
   * The same block for a picture that has been laid upright; its thumbnail, which has not, is not
   * reached any more.
   *
   * @param exif as for {@link #of}
   */
  public static byte[] upright(byte[] exif) {
    byte[] laid = exif.clone();
    ByteBuffer block = block(laid);
    int directory = directory(block);
    int entry = entry(block, directory);
    if (entry >= 0) {
      block.putShort(entry + 8, (short) Orientation.UPRIGHT.exif());
      int next = directory + 2 + entries(block, directory) * ENTRY_LENGTH;
      if (next <= block.limit() - Integer.BYTES) {
        block.putInt(next, 0);
      }
    }
    return laid;
  }

  /** From the byte order mark on. */
  private static ByteBuffer block(byte[] exif) {
    ByteBuffer block = ByteBuffer.wrap(exif).slice();
    boolean prefixed =
        block.limit() >= PREFIX.length
            && block.slice(0, PREFIX.length).equals(ByteBuffer.wrap(PREFIX));
    return prefixed ? block.slice(PREFIX.length, block.limit() - PREFIX.length) : block;
  }

  /** Where the first directory is, whose numbers are read from then on; -1 if it is nowhere. */
  private static int directory(ByteBuffer block) {
    if (block.limit() < 8) {
      return -1;
    }
    switch (block.getShort(0)) {
      case 0x4949 -> block.order(ByteOrder.LITTLE_ENDIAN);
      case 0x4D4D -> block.order(ByteOrder.BIG_ENDIAN);
      default -> {
        return -1;
      }
    }
    int directory = block.getInt(4);
    boolean found =
        block.getShort(2) == 42 && directory >= 0 && directory <= block.limit() - Short.BYTES;
    return found ? directory : -1;
  }

  private static int entries(ByteBuffer block, int directory) {
    return Short.toUnsignedInt(block.getShort(directory));
  }

  /** Where the tag is in a directory; -1 if it is not there. */
  private static int entry(ByteBuffer block, int directory) {
    int entries = directory < 0 ? 0 : entries(block, directory);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY_LENGTH;
      if (entry > block.limit() - ENTRY_LENGTH) {
        break;
      }
      if (Short.toUnsignedInt(block.getShort(entry)) == TAG && block.getShort(entry + 2) == SHORT) {
        return entry;
      }
    }
    return -1;
  }
}
