package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierSpellingTest {

  @ParameterizedTest
  @CsvSource({
    "a%2Fb.tif, '', a/b.tif;1:2, a%2Fb.tif;1:2",
    "a%2fb.tif, '', a/b.tif;1:2, a%2Fb.tif;1:2",
    "a/b.tif, '', a/b.tif;1:2, a/b.tif;1:2",
    "a--b.tif, --, a/b.tif;1:2, a--b.tif;1:2",
    "a%2Fb--c.tif, --, a/b/c.tif;2, a%2Fb%2Fc.tif;2",
    "a, --, a/b, a--b",
    "a, '', a/b, a%2Fb",
    "a---b, --, a/-b, a---b",
    "x, --, a-/b, a-%2Fb",
    "a, |, a/b, a%7Cb",
    "x, '', 'ü ?#%[]\"<>\\^`{|}', %C3%BC%20%3F%23%25%5B%5D%22%3C%3E%5C%5E%60%7B%7C%7D",
    "x, '', 'a\r\nb', a%0D%0Ab",
    "semi%3Bcolon, '', semi;colon;1:2, semi;colon;1:2"
  })
  void slashesAreWrittenAsTheClientDoes(
      String raw, String substitute, String identifier, String written) throws Exception {
    IdentifierSpelling spelling = new IdentifierSpelling(raw, substitute).write(identifier);
    assertEquals(written, spelling.raw());
    assertEquals(identifier, spelling.read());
  }
}
