package org.casaba.codec.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/** The comments of a GIF file and its XMP packet, as far as they stand before the pixels. */
final class GifBlocks {
  private static final int EXTENSION = 0x21;
  private static final int COMMENT = 0xFE;
  private static final int APPLICATION = 0xFF;
  private static final int FLAGS_PLACE = 10;
  private static final int HEADER_LENGTH = 13;
  private static final int APPLICATION_LENGTH = 11;

  /**
   * XMP is not cut into blocks. What follows it makes it look as if it were: a 1 and the numbers
   * from 255 down to 0, of which the last ends the blocks.
   */
  private static final int MAGIC_LENGTH = 257;

  private final ContentReader reader;
  private final Findings findings;

  private GifBlocks(ContentReader reader, Findings findings) {
    this.reader = reader;
    this.findings = findings;
  }

  static void find(Content content, Findings findings) throws IOException {
    int flags = content.read(FLAGS_PLACE, 1)[0];
    int colors = (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    ContentReader reader =
        new ContentReader(content, HEADER_LENGTH + colors, ByteOrder.LITTLE_ENDIAN);
    new GifBlocks(reader, findings).extensions();
  }

  private void extensions() throws IOException {
    while (reader.u8() == EXTENSION) {
      findings.take(2);
      int label = reader.u8();
      if (label == COMMENT) {
        findings.own("comment", Texts.guessed(blocks(false)));
      } else if (label == APPLICATION) {
        application();
      } else {
        blocks(false);
      }
    }
  }

  private void application() throws IOException {
    String name = "";
    int length = reader.u8();
    if (length == APPLICATION_LENGTH) {
      name = new String(reader.bytes(length), StandardCharsets.ISO_8859_1);
    } else {
      reader.bytes(length);
    }
    if (!name.equals("XMP DataXMP")) {
      blocks(false);
      return;
    }
    byte[] data = blocks(true);
    if (data.length < MAGIC_LENGTH) {
      throw new DamagedImageException("The GIF file's XMP packet is damaged");
    }
    findings.xmp(Arrays.copyOf(data, data.length - MAGIC_LENGTH));
  }

  /**
   * What all blocks up to an empty one hold.
   *
   * @param lengths whether the bytes that tell their lengths belong to it, but for the last
   */
  private byte[] blocks(boolean lengths) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int length = reader.u8(); length > 0; length = reader.u8()) {
      findings.take(length + 1);
      if (lengths) {
        data.write(length);
      }
      data.writeBytes(reader.bytes(length));
    }
    return data.toByteArray();
  }
}
