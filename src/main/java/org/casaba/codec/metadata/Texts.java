package org.casaba.codec.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.casaba.codec.DamagedImageException;

/** From bytes to characters, as far as files tell in what they are written. */
final class Texts {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Texts() {}

  /** UTF-8 if it can be that, else Latin 1, which anything can be. */
  static String guessed(byte[] bytes) {
    try {
      return strict(bytes, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** The same up to the first zero byte. */
  static String terminated(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return guessed(Arrays.copyOf(bytes, end)).strip();
  }

  /** An XMP packet, which is in some form of Unicode (XMP specification, part 1, section 7.3). */
  static String xmp(byte[] packet) throws DamagedImageException {
    try {
      String text = strict(packet, charset(packet));
      int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
      int end = text.length();
      while (end > start && text.charAt(end - 1) == 0) {
        end--;
      }
      return text.substring(start, end);
    } catch (CharacterCodingException e) {
      throw new DamagedImageException("Its XMP packet is not Unicode", e);
    }
  }

  private static Charset charset(byte[] packet) {
    if (packet.length >= 2) {
      int first = ((packet[0] & 0xFF) << 8) | (packet[1] & 0xFF);
      if (first == 0xFEFF || first == '<') {
        return StandardCharsets.UTF_16BE;
      }
      if (first == 0xFFFE || first == '<' << 8) {
        return StandardCharsets.UTF_16LE;
      }
    }
    return StandardCharsets.UTF_8;
  }

  private static String strict(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
