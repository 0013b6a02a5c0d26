package org.casaba.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.casaba.geometry.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaIdentifierSyntaxTest {
  private static final MetaIdentifierSyntax SYNTAX = new MetaIdentifierSyntax(";");

  private static MetaIdentifier image(String identifier, int page, Scale scale) {
    return new MetaIdentifier(new Identifier(identifier), page, scale);
  }

  @ParameterizedTest
  @CsvSource({
    "maps/ezu.tif, maps/ezu.tif, 1, 1, 1",
    "maps/ezu.tif;2, maps/ezu.tif, 2, 1, 1",
    "maps/ezu.tif;1:2, maps/ezu.tif, 1, 1, 2",
    "maps/ezu.tif;2;1:2, maps/ezu.tif, 2, 1, 2",
    "x;1, x, 1, 1, 1",
    "x;1:1, x, 1, 1, 1",
    "x;1;1:1, x, 1, 1, 1",
    "x;2:4, x, 1, 1, 2",
    "x;500000000:999999999, x, 1, 500000000, 999999999",
    "x;999999999, x, 999999999, 1, 1",
    "x;7;1, x;7, 1, 1, 1",
    "x;0;1:2, x;0, 1, 1, 2",
    "x;1:2;2, x;1:2, 2, 1, 1",
    "x;1:2;1:4, x;1:2, 1, 1, 4",
    "a;b;3, a;b, 3, 1, 1"
  })
  void pageAndFractionAreToldFromTheIdentifier(
      String written, String identifier, int page, int numerator, int denominator) {
    assertEquals(image(identifier, page, new Scale(numerator, denominator)), SYNTAX.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";",
        ";2",
        ";1:2",
        "x;",
        "x;;",
        "x;0",
        "x;-1",
        "x;+1",
        "x; 1",
        "x;1 ",
        "x;01",
        "x;1.0",
        "x;1e3",
        "x;1:0",
        "x;0:1",
        "x;3:2",
        "x;01:2",
        "x;1:02",
        "x;1:2:3",
        "x;:2",
        "x;1:",
        "x;99999999999",
        "x;1:99999999999",
        "x;1000000000",
        "x;\u0662",
        "x:2",
        "x,2",
        "x;2;",
        "x;2/y",
        "semi;colon.png"
      })
  void whatEndsOtherwiseIsAllIdentifier(String written) {
    assertEquals(image(written, 1, Scale.FULL), SYNTAX.parse(written));
  }

  @Test
  void whatIsPrintedIsUnderstood() {
    Random random = new Random(5);
    String[] parts = {"x", ";", ";;", "2", "0", ":", "1:2", "3:2", "/", "--"};
    for (String delimiter : new String[] {";", "--", "_p_", ";;"}) {
      MetaIdentifierSyntax syntax = new MetaIdentifierSyntax(delimiter);
      for (int i = 0; i < 5000; i++) {
        StringBuilder identifier = new StringBuilder("x".repeat(random.nextInt(2)));
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
          identifier.append(parts[random.nextInt(parts.length)]);
        }
        int denominator = 1 + random.nextInt(4);
        Scale scale = new Scale(1 + random.nextInt(denominator), denominator);
        MetaIdentifier image = image(identifier.toString(), 1 + random.nextInt(3), scale);
        assertEquals(image, syntax.parse(syntax.print(image)), syntax.print(image));
        assertEquals(
            syntax.parse(identifier.toString()),
            syntax.parse(syntax.print(syntax.parse(identifier.toString()))));
      }
    }
  }

  @Test
  void nothingIsPrintedThatGoesWithoutSaying() {
    assertEquals("x", SYNTAX.print(image("x", 1, Scale.FULL)));
    assertEquals("x;1:2", SYNTAX.print(image("x", 1, new Scale(2, 4))));
    assertEquals("x;3;1:2", SYNTAX.print(image("x", 3, new Scale(1, 2))));
    assertEquals("x;7;1", SYNTAX.print(image("x;7", 1, Scale.FULL)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "a2", ":", "/", ";/"})
  void ambiguousDelimitersAreNone(String delimiter) {
    assertThrows(IllegalArgumentException.class, () -> new MetaIdentifierSyntax(delimiter));
  }

  @Test
  void equalFractionsAreEqual() {
    assertEquals(new Scale(1, 2), new Scale(2, 4));
    assertEquals(Scale.FULL, new Scale(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertTrue(new Scale(2, 4).isWithin(new Scale(1, 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1001, 701, 501, 351",
    "1, 3, 100, 100, 33, 33",
    "2, 3, 100, 1, 67, 1",
    "1, 1000, 5, 5000, 1, 5",
    "1, 2147483647, 2147483647, 3, 1, 1",
    "2147483646, 2147483647, 2147483647, 3, 2147483646, 3"
  })
  void sizesAreRoundedAndNeverNothing(int n, int d, int w, int h, int width, int height) {
    assertEquals(new Dimensions(width, height), new Scale(n, d).of(new Dimensions(w, h)));
  }
}
