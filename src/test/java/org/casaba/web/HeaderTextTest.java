package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Zoë Müller", "東京", "\uD83D\uDDFA"})
  void utf8IsReadAsSuch(String text) {
    byte[] sent = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(text, HeaderText.of(new String(sent, StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zo\u00EB M\u00FCller", "\u00C0\u0080", "\u00ED\u00A0\u0080", "a\u00C3"})
  void whatIsNoUtf8StaysLatin(String text) {
    assertEquals(text, HeaderText.of(text));
  }
}
