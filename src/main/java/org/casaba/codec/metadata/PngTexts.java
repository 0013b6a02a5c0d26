package org.casaba.codec.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/** The texts of a PNG file and its EXIF block, which may all stand behind the pixels too. */
final class PngTexts {
  private static final int TEXT = 0x74455874;
  private static final int COMPRESSED_TEXT = 0x7A545874;
  private static final int INTERNATIONAL_TEXT = 0x69545874;
  private static final int EXIF = 0x65584966;
  private static final int END = 0x49454E44;

  private static final String XMP = "XML:com.adobe.xmp";
  private static final int SIGNATURE_LENGTH = 8;
  private static final int HEADER_LENGTH = 8;
  private static final int CHECKSUM_LENGTH = 4;

  /** A gigabyte of pixels, in pieces as short as libpng writes them. */
  private static final int MOST = 200_000;

  private PngTexts() {}

  static void find(Content content, Findings findings) throws IOException {
    long at = SIGNATURE_LENGTH;
    for (int i = 0; i < MOST; i++) {
      ByteBuffer header = ByteBuffer.wrap(content.read(at, HEADER_LENGTH));
      long length = Integer.toUnsignedLong(header.getInt());
      int type = header.getInt();
      at += HEADER_LENGTH;
      switch (type) {
        case TEXT, COMPRESSED_TEXT, INTERNATIONAL_TEXT ->
            text(type, findings.block(content, at, length), findings);
        case EXIF -> findings.exif(findings.block(content, at, length));
        case END -> {
          return;
        }
        default -> {}
      }
      at += length + CHECKSUM_LENGTH;
    }
    throw new DamagedImageException("The PNG file has too many parts");
  }

  /**
   * A keyword, a zero, and by type: nothing, the compression's number, or whether it is compressed,
   * that number, a language, a zero, the translated keyword and a zero; then the text.
   */
  private static void text(int type, byte[] chunk, Findings findings) throws IOException {
    int keywordEnd = zero(chunk, 0);
    String keyword = new String(chunk, 0, keywordEnd, StandardCharsets.ISO_8859_1);
    int start = keywordEnd + 1;
    boolean compressed = type == COMPRESSED_TEXT;
    if (type == COMPRESSED_TEXT) {
      start += 1;
    } else if (type == INTERNATIONAL_TEXT) {
      compressed = chunk[start] == 1;
      start = zero(chunk, zero(chunk, start + 2) + 1) + 1;
    }
    byte[] text = Arrays.copyOfRange(chunk, start, chunk.length);
    if (compressed) {
      text = inflated(text, findings);
    }
    if (keyword.equals(XMP)) {
      findings.xmp(text);
    } else if (RawProfile.isOne(keyword)) {
      RawProfile.find(keyword, new String(text, StandardCharsets.ISO_8859_1), findings);
    } else {
      findings.own(
          keyword,
          type == INTERNATIONAL_TEXT
              ? new String(text, StandardCharsets.UTF_8)
              : new String(text, StandardCharsets.ISO_8859_1));
    }
  }

  private static int zero(byte[] chunk, int from) throws DamagedImageException {
    for (int i = from; i < chunk.length; i++) {
      if (chunk[i] == 0) {
        return i;
      }
    }
    throw new DamagedImageException("A text of the PNG file is damaged");
  }

  private static byte[] inflated(byte[] compressed, Findings findings) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      byte[] text = in.readNBytes(Findings.LONGEST_BLOCK + 1);
      findings.take(text.length);
      return text;
    } catch (ZipException e) {
      throw new DamagedImageException("A text of the PNG file is damaged", e);
    }
  }
}
