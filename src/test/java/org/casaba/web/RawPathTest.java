package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.casaba.iiif.IllegalRequestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {

  @ParameterizedTest
  @CsvSource({
    "a.tif, a.tif",
    "a%2Fb.tif, a/b.tif",
    "a/b.tif, a/b.tif",
    "ezu%2F1286201, ezu/1286201",
    "a%252Fb, a%2Fb",
    "a%25b, a%b",
    "a;2, a;2",
    "a%3B2, a;2",
    "a+b, a+b",
    "a%20b, a b",
    "%C3%A9%E2%82%AC, é€",
    "ark:/13030/tf5p30086k, ark:/13030/tf5p30086k",
    "a//b, a//b",
    "%2e%2e%2fx, ../x"
  })
  void identifiersAreDecodedOnceAndKeptAsWritten(String raw, String decoded) throws Exception {
    for (String rest : new String[] {"/info.json", "/full/max/0/default.jpg", ""}) {
      RawPath path = RawPath.parse(raw + rest);
      assertEquals(raw, path.rawIdentifier());
      assertEquals(decoded, RawPath.decode(path.rawIdentifier()));
    }
  }

  @ParameterizedTest
  @CsvSource({"a[1], a%5B1%5D", "a|b, a%7Cb", "a^b, a%5Eb", "a\"b, a%22b", "a<b>, a%3Cb%3E"})
  void whatMayNotStandInAnAddressIsEscaped(String raw, String written) throws Exception {
    assertEquals(written, RawPath.parse(raw + "/info.json").rawIdentifier());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a%2", "%zz", "%c0%ae", "%ff", "%E2%82", "%2"})
  void brokenEncodingsAreRefused(String segment) {
    assertThrows(IllegalRequestException.class, () -> RawPath.decode(segment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/info.json"})
  void anAddressWithoutIdentifierIsRefused(String path) {
    assertThrows(IllegalRequestException.class, () -> RawPath.parse(path));
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/full/max/0/default.jpg, a/b, full, max, 0, default.jpg",
    "x/%66ull/%5Emax/%2190/default.png, x, full, ^max, !90, default.png",
    "x/full/pct%3A50/0/gray.jpg, x, full, pct:50, 0, gray.jpg",
    "x/full/garbage/abc/default.jpg, x, full, garbage, abc, default.jpg"
  })
  void parametersAreTheLastFourSegments(
      String path, String id, String region, String size, String rotation, String last)
      throws Exception {
    RawPath.Image image = assertInstanceOf(RawPath.Image.class, RawPath.parse(path));
    assertEquals(id, image.rawIdentifier());
    assertEquals(region, image.parameters().region());
    assertEquals(size, image.parameters().size());
    assertEquals(rotation, image.parameters().rotation());
    assertEquals(last, image.parameters().qualityAndFormat());
  }

  @ParameterizedTest
  @ValueSource(strings = {"maps/1800/north/sheet/12.tif", "x/", "a/b/c/d/e/f", "info.json"})
  void theRestIsTheImageItself(String path) throws Exception {
    assertInstanceOf(RawPath.Bare.class, RawPath.parse(path));
  }
}
