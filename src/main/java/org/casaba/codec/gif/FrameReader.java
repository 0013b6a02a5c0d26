package org.casaba.codec.gif;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.IndexedColors;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.jspecify.annotations.Nullable;

/** Reads a GIF file up to the indices of its first frame. */
final class FrameReader {
  private static final int SCREEN_START = 6;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int IMAGE = 0x2C;

  /** An interlaced picture is decoded whole before its second row is known. */
  private static final long MAX_INTERLACED_AREA = 400_000_000;

  private static final int NOTHING_TRANSPARENT = -1;

  private final ContentReader reader;
  private int screenWidth;
  private int screenHeight;

  FrameReader(Content content) {
    this.reader = new ContentReader(content, SCREEN_START, ByteOrder.LITTLE_ENDIAN);
  }

  GifFrame read() throws IOException {
    screenWidth = reader.u16();
    screenHeight = reader.u16();
    int flags = reader.u8();
    reader.u16(); // background colour, which nobody heeds, and aspect ratio
    byte[] globalTable = table(flags);
    int transparent = NOTHING_TRANSPARENT;
    for (int block = reader.u8(); block != IMAGE; block = reader.u8()) {
      if (block != EXTENSION) {
        throw new DamagedImageException("The GIF file has no picture");
      }
      if (reader.u8() == GRAPHIC_CONTROL) {
        transparent = transparentIndex();
      }
      skipSubBlocks();
    }
    return frame(globalTable, transparent);
  }

  /** The graphic control extension (section 23), up to its block terminator. */
  private int transparentIndex() throws IOException {
    long start = reader.position();
    byte[] data = reader.bytes(1 + 4);
    if (data[0] < 4) {
      reader.seek(start);
      return NOTHING_TRANSPARENT;
    }
    reader.seek(start + 1 + (data[0] & 0xFF));
    return (data[1] & 1) == 0 ? NOTHING_TRANSPARENT : data[4] & 0xFF;
  }

  private void skipSubBlocks() throws IOException {
    for (int length = reader.u8(); length > 0; length = reader.u8()) {
      reader.seek(reader.position() + length);
    }
  }

  /** The colour table that the flags of a descriptor announce (sections 19 and 21). */
  private byte @Nullable [] table(int flags) throws IOException {
    return (flags & 0x80) == 0 ? null : reader.bytes(3 << ((flags & 7) + 1));
  }

  /** The image descriptor (section 20) and what follows it. */
  private GifFrame frame(byte @Nullable [] globalTable, int transparent) throws IOException {
    int left = reader.u16();
    int top = reader.u16();
    int width = reader.u16();
    int height = reader.u16();
    int flags = reader.u8();
    byte[] localTable = table(flags);
    byte[] table = localTable == null ? globalTable : localTable;
    if (width == 0 || height == 0 || table == null) {
      throw new DamagedImageException("The GIF file's picture has no size or no colours");
    }
    boolean interlaced = (flags & 0x40) != 0;
    if (interlaced && (long) width * height > MAX_INTERLACED_AREA) {
      throw new UnsupportedImageException(
          "The GIF file is interlaced and larger than " + MAX_INTERLACED_AREA + " pixels");
    }
    Rectangle bounds = new Rectangle(left, top, width, height);
    Dimensions screen =
        new Dimensions(
            Math.max(screenWidth, bounds.right()), Math.max(screenHeight, bounds.bottom()));
    boolean alpha = transparent >= 0 || !bounds.size().equals(screen);
    IndexedColors colors = new IndexedColors(table, opacities(transparent), alpha);
    return new GifFrame(screen, bounds, interlaced, colors, reader.position());
  }

  private static byte[] opacities(int transparent) {
    byte[] opacities = new byte[transparent + 1];
    Arrays.fill(opacities, (byte) 255);
    if (transparent >= 0) {
      opacities[transparent] = 0;
    }
    return opacities;
  }
}
