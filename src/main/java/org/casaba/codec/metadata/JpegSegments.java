package org.casaba.codec.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/** The application segments of a JPEG file, as far as they stand before its pixels. */
final class JpegSegments {
  private static final int APP1 = 0xE1;
  private static final int APP13 = 0xED;
  private static final int COMMENT = 0xFE;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int MOST = 10_000;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] XMP =
      "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.ISO_8859_1);

  private final Findings findings;

  /** Blocks may be spread over several segments. */
  private final ByteArrayOutputStream photoshop = new ByteArrayOutputStream();

  private JpegSegments(Findings findings) {
    this.findings = findings;
  }

  static void find(Content content, Findings findings) throws IOException {
    JpegSegments segments = new JpegSegments(findings);
    segments.walk(content);
    byte[] blocks = segments.photoshop.toByteArray();
    PhotoshopBlocks.find(new BlockContent(blocks), 0, blocks.length, findings);
  }

  private void walk(Content content) throws IOException {
    ContentReader reader = new ContentReader(content, 2, ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < MOST; i++) {
      int marker = marker(reader);
      if (marker == START_OF_SCAN || marker == END) {
        return;
      }
      long start = reader.position();
      int length = reader.u16();
      if (length < 2) {
        throw new DamagedImageException("A segment of the JPEG file is too short");
      }
      if (marker == APP1 || marker == APP13 || marker == COMMENT) {
        findings.take(length);
        segment(marker, reader.bytes(length - 2));
      }
      reader.seek(start + length);
    }
    throw new DamagedImageException("The JPEG file has too many segments");
  }

  /** The next marker; before it there may be any number of FF, and stray bytes before those. */
  private static int marker(ContentReader reader) throws IOException {
    while (true) {
      int b = reader.u8();
      while (b == 0xFF) {
        b = reader.u8();
        if (b != 0xFF && b != 0) {
          return b;
        }
      }
    }
  }

  private void segment(int marker, byte[] data) throws IOException {
    if (marker == COMMENT) {
      findings.own("comment", Texts.terminated(data));
    } else if (marker == APP1 && begins(data, EXIF)) {
      findings.exif(data);
    } else if (marker == APP1 && begins(data, XMP)) {
      findings.xmp(Arrays.copyOfRange(data, XMP.length, data.length));
    } else if (marker == APP13 && begins(data, PHOTOSHOP)) {
      photoshop.write(data, PHOTOSHOP.length, data.length - PHOTOSHOP.length);
    }
  }

  private static boolean begins(byte[] data, byte[] prefix) {
    return data.length >= prefix.length
        && Arrays.equals(data, 0, prefix.length, prefix, 0, prefix.length);
  }
}
