package org.casaba.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.casaba.render.RenderSettings.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParsersTest {

  private static void assertRefused(ValueParser<?> parser, String text) {
    assertThrows(IllegalValueException.class, () -> parser.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "00100,100", "100,100"})
  void wholeNumbersAreDigits(String text, long number) throws Exception {
    assertEquals(number, Parsers.wholeNumber(0, 100).parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1e2",
        "0x10",
        "1_000",
        "1,5",
        "1.0",
        "٣",
        "NaN",
        "101",
        "1 0",
        "9223372036854775808",
        "99999999999999999999999999"
      })
  void nothingElseIsAWholeNumber(String text) {
    assertRefused(Parsers.wholeNumber(0, 100), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "1e2", ".5", "5.", "1,5", "NaN", "Infinity", "0.9", "1000.1", "0x1p3"})
  void nothingElseIsADecimal(String text) {
    assertRefused(Parsers.decimal(1, 1000), text);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "False,false", "TRUE,true"})
  void truthIsSpelledOut(String text, boolean value) throws Exception {
    assertEquals(value, Parsers.trueOrFalse(text));
    for (String other : List.of("yes", "1", "", "on", "tru")) {
      assertRefused(Parsers::trueOrFalse, other);
    }
  }

  @ParameterizedTest
  @CsvSource({"catmull-rom,CATMULL_ROM", "Lanczos3,LANCZOS3", "box,BOX"})
  void wordsAreConstants(String text, Filter filter) throws Exception {
    assertEquals(filter, Parsers.word(Filter.class).parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ffffff,16777215",
    "'#fff',16777215",
    "white,16777215",
    "Black,0",
    "123,0x112233",
    "'#1a2B3c',0x1a2b3c"
  })
  void coloursAreHexadecimal(String text, String number) throws Exception {
    assertEquals(Integer.decode(number), Parsers.colour(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "ffff", "fffffff", "ggg", "##fff", "ff#", "red", "rgb(1,2,3)"})
  void nothingElseIsAColour(String text) {
    assertRefused(Parsers::colour, text);
  }

  @Test
  void listsHaveNoGaps() throws Exception {
    ValueParser<List<Long>> list = Parsers.list(Parsers.wholeNumber(0, 9));
    assertEquals(List.of(), list.parse(""));
    assertEquals(List.of(3L, 1L), list.parse("3 ,1,3"));
    for (String text : List.of(",", "1,", "1,,2", "1 2", "1;2")) {
      assertRefused(list, text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org, http://example.org",
    "https://example.org/, https://example.org",
    "https://example.org:8443/a/b/, https://example.org:8443/a/b",
    "http://[2001:db8::1]:80/x, http://[2001:db8::1]:80/x",
    "http://localhost, http://localhost",
    "https://example.org/größe, https://example.org/gr%C3%B6%C3%9Fe"
  })
  void baseUriEndsWithoutASlash(String text, String uri) throws Exception {
    assertEquals(uri, WebParsers.baseUri(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "/images",
        "ftp://example.org",
        "javascript:alert(1)",
        "http:",
        "http://",
        "http:///x",
        "http://a b",
        "https://u:p@example.org",
        "https://example.org?a=b",
        "https://example.org/#x",
        "https://example.org:99999",
        "https://example.org:0",
        "https://example.org:x",
        "https://example.org/a/../b",
        "https://example.org/a//b",
        "https://example.org/%zz",
        "https://exa_mple.org",
        "http://a\r\nb"
      })
  void nothingElseIsABaseUri(String text) {
    assertRefused(WebParsers::baseUri, text);
  }

  @Test
  void rightsAreTheLicencesNameAndNotItsPage() throws Exception {
    assertEquals(Optional.empty(), WebParsers.rights(""));
    String name = "http://rightsstatements.org/vocab/InC/1.0/";
    assertEquals(Optional.of(name), WebParsers.rights(name));
    assertEquals(
        Optional.of("https://example.org/rights?x=y"),
        WebParsers.rights("https://example.org/rights?x=y"));
    assertRefused(WebParsers::rights, "https://creativecommons.org/licenses/by/4.0/");
    assertRefused(WebParsers::rights, "CC BY 4.0");
    assertRefused(WebParsers::rights, "urn:x:y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0/0",
        "10.0.0.0/8",
        "192.168.1.7/32",
        "::1",
        "::/0",
        "fc00::/7",
        "2001:db8:0:0:0:0:0:1/128",
        "::ffff:10.0.0.1"
      })
  void networksAreNumbers(String text) throws Exception {
    assertEquals(text, WebParsers.network(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "localhost", "example.org", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/x",
        "::1/129", "10.0.0", "127.1", "1.2.3.4.5", "256.1.1.1", "10.0.0.0/8/8", "fe80::1%eth0",
        "[::1]", "1::2::3", ":", "cafe", "*", "10.0.0.*", "127.0.0.1:80"
      })
  void nothingElseIsANetwork(String text) {
    assertRefused(WebParsers::network, text);
  }

  @Test
  void slashSubstituteIsNoSlash() throws Exception {
    assertEquals("--", WebParsers.slashSubstitute("--"));
    for (String text : List.of("/", "a/b", "a b", "\t", "\0")) {
      assertRefused(WebParsers::slashSubstitute, text);
    }
  }

  @ParameterizedTest
  @CsvSource({"'','',0", "abc,abc,0", "abc,'',3", "abc,abd,1", "kitten,sitting,3", "ab,ba,2"})
  void distanceCountsEdits(String one, String other, int edits) {
    assertEquals(edits, Spelling.distance(one, other));
    assertEquals(edits, Spelling.distance(other, one));
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "30 S,PT30S", "5min,PT5M", "1h,PT1H"})
  void timesHaveUnits(String text, Duration time) throws Exception {
    assertEquals(time, QuantityParsers.duration(Duration.ofHours(1)).parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "0s", "-1s", "1.5s", "1m", "3601s", "PT1S", "9999999999s"})
  void nothingElseIsATime(String text) {
    assertRefused(QuantityParsers.duration(Duration.ofHours(1)), text);
  }

  @ParameterizedTest
  @CsvSource({"0,PT0S", "0s,PT0S", "0ms,PT0S", "10s,PT10S", "1h,PT1H"})
  void noTimeMayBeATime(String text, Duration time) throws Exception {
    assertEquals(time, QuantityParsers.durationOrNone(Duration.ofHours(1)).parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "30", "-1s", "61min"})
  void nothingElseIsNoTimeOrATime(String text) {
    assertRefused(QuantityParsers.durationOrNone(Duration.ofHours(1)), text);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "64K,65536", "1 m,1048576", "1024,1024"})
  void bytesComeInPowersOf1024(String text, long bytes) throws Exception {
    assertEquals(bytes, QuantityParsers.bytes(1, 1 << 20).parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5M", "1MB", "2M", "1G", "999999999999T", "K"})
  void nothingElseIsANumberOfBytes(String text) {
    assertRefused(QuantityParsers.bytes(1, 1 << 20), text);
  }
}
