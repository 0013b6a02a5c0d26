package org.casaba.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CacheControlParserTest {

  @ParameterizedTest
  @CsvSource({
    "'',''",
    "'public, max-age=86400','public, max-age=86400'",
    "'Public,MAX-AGE = 86400','public, max-age=86400'",
    "'public, max-age=300, s-maxage=60, stale-while-revalidate=30','public, max-age=300,"
        + " s-maxage=60, stale-while-revalidate=30'",
    "'public, max-age=31536000, immutable','public, max-age=31536000, immutable'",
    "'private, max-age=0, must-revalidate','private, max-age=0, must-revalidate'",
    "'no-store, no-cache, must-revalidate, max-age=0','no-store, no-cache, must-revalidate,"
        + " max-age=0'",
    "'no-transform','no-transform'"
  })
  void directivesAreSentInSmallLetters(String text, String sent) throws Exception {
    assertEquals(sent, CacheControlParser.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "'public, private',says both public and private",
    "'no-store, max-age=60',says both no-store and max-age",
    "'no-cache, max-age=60',says both no-cache and max-age",
    "'private, s-maxage=60',says both private and s-maxage",
    "'max-age=60, must-revalidate, stale-if-error=60',says both must-revalidate and stale-if-error",
    "'public, immutable','says immutable, but not for how long'",
    "'max-age=1, max-age=2',says max-age twice",
    "'publik','has publik, which is no directive'",
    "'public max-age=60','has public max-age, which is no directive'",
    "'max-age','has no number of seconds for max-age'",
    "'max-age=1h','has no number of seconds for max-age'",
    "'max-age=-1','has no number of seconds for max-age'",
    "'max-age=\"60\"','has no number of seconds for max-age'",
    "'max-age=99999999999','has no number of seconds for max-age'",
    "'public=1','has a value for public'",
    "'private=\"ETag\"','has a value for private'",
    "'public,','has nothing between two commas, or at an end'",
    "'max-stale=60','has max-stale, which only requests say'",
    "'ü','has ?, which is no directive'"
  })
  void whatIsWrongIsNamed(String text, String problem) {
    IllegalValueException e =
        assertThrows(IllegalValueException.class, () -> CacheControlParser.parse(text), text);
    assertEquals(problem, e.problem());
  }

  @ParameterizedTest
  @CsvSource({"10,13", "10,10", "13,13", "0,0", "127,127"})
  void headersStayOnOneLine(int first, int second) {
    String text = "public" + (char) first + (char) second + "max-age=1";
    assertThrows(IllegalValueException.class, () -> CacheControlParser.parse(text));
  }
}
