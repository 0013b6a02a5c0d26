package org.casaba.iiif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {
  private static final Identifier ID = new Identifier("x");

  private static ImageRequest parse(ApiVersion version, String path)
      throws IllegalRequestException {
    String[] p = path.split("/", -1);
    return RequestParser.parse(version, ID, new ImageParameters(p[0], p[1], p[2], p[3]));
  }

  private static String canonicalText(ApiVersion version, String path)
      throws IllegalRequestException {
    return parse(version, path).parameters();
  }

  private static void refuses(ApiVersion version, String parameter, String path) {
    IllegalRequestException e =
        assertThrows(IllegalRequestException.class, () -> parse(version, path), path);
    assertEquals(parameter, e.parameter(), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "full",
        "square",
        "0,0,1,1",
        "10,20,30,40",
        "pct:0,0,100,100",
        "pct:41.6,7.5,40,70",
        "0,0,1099511627776,1"
      })
  void regionsOfTheSpecificationAreRead(String region) throws Exception {
    for (ApiVersion v : ApiVersion.values()) {
      assertEquals(region + "/max/0/default.jpg", canonicalText(v, region + "/max/0/default.jpg"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Full",
        "all",
        "0,0,0,10",
        "0,0,10,0",
        "-1,0,10,10",
        "+1,0,10,10",
        "0,0,10",
        "0,0,1,1,1",
        "1e3,0,10,10",
        "0x10,0,1,1",
        "1_000,0,1,1",
        "1.5,0,1,1",
        "٣,0,1,1",
        "0, 0,1,1",
        "a,b,c,d",
        "pct:0,0,0,10",
        "pct:-1,0,10,10",
        "pct:1e1,0,10,10",
        "pct:NaN,0,1,1",
        "pct:0,0,1,5,5",
        "pct:5.,0,1,1",
        "pct:",
        "pct:Infinity,0,1,1",
        "square,1",
        "full ",
        "pct:0,0,0.00000000001,1"
      })
  void otherRegionsAreRefused(String region) {
    for (ApiVersion v : ApiVersion.values()) {
      refuses(v, "region", region + "/max/0/default.jpg");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"max", "150,", ",150", "pct:50", "pct:0.5", "225,100", "!225,100"})
  void sizesOfBothVersionsAreRead(String size) throws Exception {
    for (ApiVersion v : ApiVersion.values()) {
      assertEquals(
          "full/" + size + "/0/default.jpg", canonicalText(v, "full/" + size + "/0/default.jpg"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"^max", "^360,", "^,240", "^pct:120", "^360,360", "^!360,360", "^pct:50"})
  void upscalingMarksAreOfVersionThreeOnly(String size) throws Exception {
    String path = "full/" + size + "/0/default.jpg";
    assertEquals(path, canonicalText(ApiVersion.V3, path));
    refuses(ApiVersion.V2, "size", path);
  }

  @Test
  void fullAsSizeIsOfVersionTwoOnly() throws Exception {
    assertEquals(new Size.Full(), parse(ApiVersion.V2, "full/full/0/default.jpg").size());
    refuses(ApiVersion.V3, "size", "full/full/0/default.jpg");
  }

  @Test
  void moreThanAHundredPercentNeedTheMarkInVersionThree() throws Exception {
    refuses(ApiVersion.V3, "size", "full/pct:100.0001/0/default.jpg");
    assertEquals("pct:200", parse(ApiVersion.V2, "full/pct:200/0/default.jpg").size().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "!,",
        "!100,",
        "!,100",
        "0,",
        ",0",
        "0,0",
        "!0,1",
        "-5,",
        "+5,",
        "1.5,",
        "1e3,",
        "pct:",
        "pct:0",
        "pct:-1",
        "pct:abc",
        "pct:0.00000000001",
        "100",
        "100,100,",
        "^",
        "^^max",
        "MAX",
        "٣,",
        "!pct:5",
        "^!pct:5",
        "max,",
        "50%,"
      })
  void otherSizesAreRefused(String size) {
    for (ApiVersion v : ApiVersion.values()) {
      refuses(v, "size", "full/" + size + "/0/default.jpg");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "90, 90",
    "22.50, 22.5",
    "007, 7",
    ".5, 0.5",
    "!0, !0",
    "!180.0, !180",
    "360, 360",
    "0.00000000001, 0",
    "359.9999999999, 359.9999999999"
  })
  void rotationsAreReadAndPrintedPlainly(String rotation, String printed) throws Exception {
    assertEquals(
        printed,
        parse(ApiVersion.V3, "full/max/" + rotation + "/default.jpg").rotation().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!",
        "-0",
        "-1",
        "+1",
        "361",
        "360.0000001",
        "NaN",
        "1e2",
        "abc",
        "90!",
        "!!90",
        "1.2.3",
        "5.",
        "Infinity",
        "0x10",
        "٣"
      })
  void otherRotationsAreRefused(String rotation) {
    for (ApiVersion v : ApiVersion.values()) {
      refuses(v, "rotation", "full/max/" + rotation + "/default.jpg");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "default, format", "default., format", "default.webp, format", "default.JPG, format",
    ".jpg, quality", "grey.jpg, quality", "native.jpg, quality", "default.jpg.exe, quality",
    "Default.jpg, quality", "default.exe, format"
  })
  void otherQualitiesAndFormatsAreRefused(String last, String parameter) {
    for (ApiVersion v : ApiVersion.values()) {
      refuses(v, last.equals("default.jpg.exe") ? "quality" : parameter, "full/max/0/" + last);
    }
  }

  @Test
  void numbersBeyondAnyPictureAreNumbersStill() throws Exception {
    String digits = "9".repeat(400);
    Region.Pixels region =
        (Region.Pixels) parse(ApiVersion.V3, "0,0," + digits + ",1/max/0/default.jpg").region();
    assertTrue(region.width() > Integer.MAX_VALUE);
    assertEquals(
        new Region.Pixels(0, 0, 12, 7),
        parse(ApiVersion.V3, "0,0,00000000000000000012,07/max/0/default.jpg").region());
  }

  @Test
  void whatIsPrintedIsReadAsTheSame() throws Exception {
    Random random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      ApiVersion version = random.nextBoolean() ? ApiVersion.V2 : ApiVersion.V3;
      ImageRequest request = request(random, version);
      assertEquals(request, parse(version, request.parameters()));
    }
  }

  private static ImageRequest request(Random random, ApiVersion version) {
    boolean up = version == ApiVersion.V3 && random.nextBoolean();
    long a = 1 + random.nextInt(5000);
    long b = 1 + random.nextInt(5000);
    Region region =
        switch (random.nextInt(4)) {
          case 0 -> new Region.Full();
          case 1 -> new Region.Square();
          case 2 -> new Region.Pixels(random.nextInt(9000), random.nextInt(9000), a, b);
          default ->
              new Region.Percent(
                  decimal(random), decimal(random), decimal(random), decimal(random));
        };
    Size size =
        switch (random.nextInt(6)) {
          case 0 -> new Size.Max(up);
          case 1 -> new Size.Width(up, a);
          case 2 -> new Size.Height(up, a);
          case 3 -> new Size.Exact(up, a, b);
          case 4 -> new Size.Confined(up, a, b);
          default -> new Size.Percent(up, decimal(random));
        };
    Rotation rotation =
        new Rotation(
            random.nextBoolean(), new Decimal(BigDecimal.valueOf(random.nextInt(360_001), 3)));
    return new ImageRequest(
        version,
        ID,
        region,
        size,
        rotation,
        Quality.values()[random.nextInt(4)],
        Format.values()[random.nextInt(4)]);
  }

  private static Decimal decimal(Random random) {
    return new Decimal(BigDecimal.valueOf(1 + random.nextInt(100_000), 3));
  }

  @Test
  void identifiersWithSlashesAreToldFromRequestsWithMistakes() {
    assertTrue(
        RequestParser.looksLikeParameters(new ImageParameters("full", "max", "45", "default")));
    assertTrue(
        RequestParser.looksLikeParameters(new ImageParameters("0,0,a,b", "max", "x", "y.jpg")));
    assertTrue(
        RequestParser.looksLikeParameters(new ImageParameters("oops", "oops", "0", "gray.jpg")));
    assertFalse(
        RequestParser.looksLikeParameters(new ImageParameters("maps", "1800", "north", "12.tif")));
  }
}
