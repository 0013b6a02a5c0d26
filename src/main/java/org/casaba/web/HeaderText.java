package org.casaba.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text that whoever sent a header value had in mind. */
final class HeaderText {
  private HeaderText() {}

  /**
   * Containers read header values as ISO 8859-1. What is UTF-8 beyond ASCII by its bytes is hardly
   * ever anything else.
   */
  static String of(String value) {
    if (value.chars().allMatch(c -> c < 0x80) || value.chars().anyMatch(c -> c > 0xff)) {
      return value;
    }
    try {
      byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }
}
