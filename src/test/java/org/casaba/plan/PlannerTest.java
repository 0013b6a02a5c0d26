package org.casaba.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.RequestParser;
import org.casaba.iiif.Scale;
import org.casaba.plan.ImageFacts.Coloring;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.plan.UnsatisfiableRequestException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
  private static final Planner PLANNER = planner(Limits.NONE, 10, FullBeyondLimits.REDIRECT);

  private static Planner planner(Limits limits, double scale, FullBeyondLimits full) {
    return new Planner(new PlanSettings(limits, scale, full, TooLarge.REFUSE, false));
  }

  private static ImageFacts image(int width, int height) {
    return facts(Orientation.UPRIGHT, new Dimensions(width, height));
  }

  private static ImageFacts facts(Orientation orientation, Dimensions... levels) {
    List<ResolutionLevel> list = new ArrayList<>();
    for (Dimensions d : levels) {
      list.add(new ResolutionLevel(d, null));
    }
    return new ImageFacts("TIFF", orientation, list, Coloring.COLOR, false);
  }

  private static ImageRequest request(ApiVersion version, String path) {
    String[] p = path.split("/", -1);
    try {
      return RequestParser.parse(
          version, new Identifier("x"), new ImageParameters(p[0], p[1], p[2], p[3]));
    } catch (IllegalRequestException e) {
      throw new AssertionError(path, e);
    }
  }

  private static RenderPlan plan(Planner planner, ApiVersion v, String path, ImageFacts facts)
      throws UnsatisfiableRequestException {
    return assertInstanceOf(
        RenderPlan.class, planner.plan(request(v, path), facts, planner.limits()));
  }

  private static void refused(Planner planner, ApiVersion v, String path, ImageFacts facts) {
    assertEquals(
        Reason.OUT_OF_BOUNDS,
        assertThrows(
                UnsatisfiableRequestException.class,
                () -> planner.plan(request(v, path), facts, planner.limits()),
                path)
            .reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "full 0 0 601 401",
        "square 100 0 401 401",
        "0,0,10,10 0 0 10 10",
        "600,400,10,10 600 400 1 1",
        "500,300,999,999 500 300 101 101",
        "0,0,2147483648,9223372036854775808 0 0 601 401",
        "pct:25,25,50,50 150 100 301 201",
        "pct:0,0,100,100 0 0 601 401",
        "pct:50,50,90,90 301 201 300 200"
      })
  void regionsAreFoundAndCroppedToTheEdges(String region, int x, int y, int w, int h)
      throws Exception {
    RenderPlan plan = plan(PLANNER, ApiVersion.V3, region + "/max/0/default.png", image(601, 401));
    assertEquals(new Window(x, y, w, h), plan.window());
    assertEquals(new Dimensions(w, h), plan.scaled());
  }

  @ParameterizedTest
  @CsvSource({
    "'601,0,1,1'",
    "'0,401,1,1'",
    "'9999999999,0,1,1'",
    "'pct:100,0,1,1'",
    "'pct:0,0,0.01,1'"
  })
  void regionsOutsideOrBelowAPixelAreRefused(String region) {
    for (ApiVersion v : ApiVersion.values()) {
      refused(PLANNER, v, region + "/max/0/default.jpg", image(601, 401));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "max 601 401",
        "300, 300 200",
        ",200 300 200",
        "pct:50 301 201",
        "10,399 10 399",
        "!100,100 100 67",
        "!9999,9999 601 401",
        "^!1202,9999 1202 802",
        "^1202, 1202 802",
        "^pct:200 1202 802",
        "^max 6010 4010",
        "^!100,100 100 67",
        "^10,500 10 500",
        "1, 1 1"
      })
  void sizesOfVersionThree(String size, int w, int h) throws Exception {
    assertEquals(
        new Dimensions(w, h),
        plan(PLANNER, ApiVersion.V3, "full/" + size + "/0/default.png", image(601, 401)).scaled());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "full 601 401",
        "max 601 401",
        "300, 300 200",
        "1202, 1202 802",
        "pct:200 1202 802",
        "!100,100 100 67",
        "!9999,9999 601 401",
        "700,401 700 401"
      })
  void sizesOfVersionTwo(String size, int w, int h) throws Exception {
    assertEquals(
        new Dimensions(w, h),
        plan(PLANNER, ApiVersion.V2, "full/" + size + "/0/default.png", image(601, 401)).scaled());
  }

  @ParameterizedTest
  @CsvSource({
    "'602,'",
    "',402'",
    "'602,10'",
    "'10,402'",
    "'pct:0.01'",
    "'^9999,'",
    "'^pct:1001'",
    "'99999999999,'"
  })
  void versionThreeRefusesWhatIsLargerUnaskedOrNothing(String size) {
    refused(PLANNER, ApiVersion.V3, "full/" + size + "/0/default.png", image(601, 401));
  }

  @Test
  void enlargingThatIsSwitchedOffIsNotOffered() throws Exception {
    Planner planner = planner(Limits.NONE, 1, FullBeyondLimits.REDIRECT);
    ImageRequest larger = request(ApiVersion.V3, "full/^700,/0/default.jpg");
    assertEquals(
        Reason.NOT_OFFERED,
        assertThrows(
                UnsatisfiableRequestException.class,
                () -> planner.plan(larger, image(601, 401), Limits.NONE))
            .reason());
    refused(planner, ApiVersion.V2, "full/700,/0/default.jpg", image(601, 401));
    assertEquals(
        new Dimensions(500, 334),
        plan(planner, ApiVersion.V3, "full/^!500,500/0/default.jpg", image(601, 401)).scaled());
  }

  @Test
  void theValidatorsModeRefusesConfinedSizesBeyondTheRegion() {
    Planner planner =
        new Planner(
            new PlanSettings(Limits.NONE, 10, FullBeyondLimits.REDIRECT, TooLarge.REFUSE, true));
    refused(planner, ApiVersion.V3, "full/!2000,3000/0/default.jpg", image(1000, 1000));
  }

  @Test
  void limitsShrinkMaxAndRefuseMore() throws Exception {
    Planner planner = planner(Limits.of(0, 0, 10_000_000), 10, FullBeyondLimits.REDIRECT);
    ImageFacts scroll = image(79508, 3082);
    Dimensions max = plan(planner, ApiVersion.V3, "full/max/0/default.jpg", scroll).scaled();
    assertTrue(max.area() <= 10_000_000 && max.area() > 9_980_000, max.toString());
    assertEquals(79508.0 / 3082, (double) max.width() / max.height(), 0.05);
    refused(planner, ApiVersion.V3, "full/20000,/0/default.jpg", scroll);
    refused(planner, ApiVersion.V2, "full/20000,/0/default.jpg", scroll);
    assertInstanceOf(
        Plan.MaxInstead.class,
        planner.plan(request(ApiVersion.V2, "full/full/0/default.jpg"), scroll, planner.limits()));
    assertEquals(
        max,
        plan(
                planner(planner.limits(), 10, FullBeyondLimits.CAP),
                ApiVersion.V2,
                "full/full/0/default.jpg",
                scroll)
            .scaled());
    refused(
        planner(planner.limits(), 10, FullBeyondLimits.REFUSE),
        ApiVersion.V2,
        "full/full/0/default.jpg",
        scroll);
  }

  @Test
  void aJpegIsNeverLargerThanAJpegCanBe() throws Exception {
    ImageFacts scroll = image(79508, 3082);
    assertEquals(
        new Dimensions(65500, 2539),
        plan(PLANNER, ApiVersion.V3, "full/max/0/default.jpg", scroll).scaled());
    assertEquals(
        new Dimensions(79508, 3082),
        plan(PLANNER, ApiVersion.V3, "full/max/0/default.png", scroll).scaled());
    refused(PLANNER, ApiVersion.V3, "full/70000,/0/default.jpg", scroll);
    Dimensions rotated = plan(PLANNER, ApiVersion.V3, "full/max/30/default.jpg", scroll).canvas();
    assertTrue(rotated.width() <= 65500 && rotated.width() > 65400, rotated.toString());
  }

  @Test
  void aRotatedPictureMayNotOutgrowTheLimitsWithoutBound() throws Exception {
    Planner planner = planner(Limits.of(0, 0, 1_000_000), 10, FullBeyondLimits.REDIRECT);
    ImageFacts strip = image(20000, 50);
    Dimensions canvas = plan(planner, ApiVersion.V3, "full/max/45/default.png", strip).canvas();
    assertTrue(canvas.area() <= 1_000_000 && canvas.area() > 980_000, canvas.toString());
    refused(planner, ApiVersion.V3, "full/2000,5/45/default.png", strip);
    refused(planner, ApiVersion.V3, "full/20000,1/45/default.png", strip);
    plan(planner, ApiVersion.V3, "full/1400,1/45/default.png", strip);
    assertEquals(
        new Dimensions(1000, 1000),
        plan(planner, ApiVersion.V3, "full/max/45/default.png", image(3000, 3000)).scaled());
    // Five times as wide as high: the canvas is 3.6 times as large as the picture.
    assertEquals(
        new Dimensions(2236, 447),
        plan(planner, ApiVersion.V3, "full/max/45/default.png", image(5000, 1000)).scaled());
  }

  @Test
  void aRefusalNamesTheLimitsThatAreBroken() {
    Planner planner = planner(Limits.of(2000, 3000, 1_000_000), 1, FullBeyondLimits.REFUSE);
    ImageFacts large = image(9000, 9000);
    assertEquals(
        "size: 2500 x 100 is too large: width at most 2000, ask for max to get the largest",
        refusal(planner, "full/2500,100/0/default.jpg", large));
    assertEquals(
        "size: 1500 x 1500 is too large: at most 1000000 pixels in all, ask for max to get the"
            + " largest",
        refusal(planner, "full/1500,1500/0/default.png", large));
    assertEquals(
        "size: 2000 x 5 is too large: turned it is 1418 x 1418, which may be at most 1000000"
            + " pixels in all, ask for max to get the largest",
        refusal(planner, "full/2000,5/45/default.png", large));
  }

  private static String refusal(Planner planner, String parameters, ImageFacts facts) {
    return String.valueOf(
        assertThrows(
                UnsatisfiableRequestException.class,
                () -> plan(planner, ApiVersion.V3, parameters, facts))
            .getMessage());
  }

  @Test
  void turnsFollowTheImagesOwnOrientation() throws Exception {
    ImageFacts lying = facts(Orientation.TURNED_90, new Dimensions(401, 601));
    assertEquals(new Dimensions(601, 401), lying.size());
    RenderPlan plan = plan(PLANNER, ApiVersion.V3, "0,0,100,50/max/90/default.jpg", lying);
    assertEquals(new Dimensions(50, 100), plan.scaled());
    assertEquals(new Window(0, 501, 50, 100), plan.window());
    assertEquals(Orientation.TURNED_180, plan.turn());
    assertEquals(new Dimensions(50, 100), plan.canvas());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "0,0,512,512 256,256 1 0 0 256 256",
        "0,0,512,512 257,257 0 0 0 512 512",
        "512,512,489,189 123,48 2 128 128 123 48",
        "768,512,233,189 117,95 1 384 256 117 95",
        "0,0,1001,701 !100,100 3 0 0 125 87",
        "0,0,1001,701 1001,701 0 0 0 1001 701"
      })
  void theSmallestSufficientLevelIsReadAndTilesFallOnWholePixels(
      String region, String size, int level, double x, double y, double w, double h)
      throws Exception {
    ImageFacts pyramid =
        facts(
            Orientation.UPRIGHT,
            new Dimensions(1001, 701),
            new Dimensions(501, 351),
            new Dimensions(251, 176),
            new Dimensions(126, 88));
    RenderPlan plan = plan(PLANNER, ApiVersion.V3, region + "/" + size + "/0/default.jpg", pyramid);
    assertEquals(level, plan.level());
    assertEquals(x, plan.window().x(), 0.001);
    assertEquals(y, plan.window().y(), 0.001);
    assertEquals(w, plan.window().width(), 0.7);
    assertEquals(h, plan.window().height(), 0.7);
  }

  @Test
  void aPlanNeverLeavesTheImage() {
    Random random = new Random(7);
    Planner planner = planner(Limits.of(3000, 2000, 3_000_000), 4, FullBeyondLimits.CAP);
    for (int i = 0; i < 3000; i++) {
      int w = 1 + random.nextInt(4000);
      int h = 1 + random.nextInt(4000);
      List<Dimensions> levels = new ArrayList<>(List.of(new Dimensions(w, h)));
      for (int f = 2; f <= 8 && w / f > 0 && h / f > 0; f *= 2) {
        levels.add(new Dimensions(Math.max(1, w / f), Math.max(1, h / f)));
      }
      ImageFacts facts =
          facts(Orientation.ofExif(1 + random.nextInt(8)), levels.toArray(Dimensions[]::new));
      String region =
          random.nextInt(w)
              + ","
              + random.nextInt(h)
              + ","
              + (1 + random.nextInt(5000))
              + ","
              + (1 + random.nextInt(5000));
      String[] sizes = {"max", "^max", "pct:33.3", "!300,200", "^!900,900", "100,", "77,55"};
      ImageRequest request =
          request(
              ApiVersion.V3,
              region
                  + "/"
                  + sizes[random.nextInt(sizes.length)]
                  + "/"
                  + random.nextInt(361)
                  + "/default.jpg");
      try {
        if (planner.plan(request, facts, planner.limits()) instanceof RenderPlan plan) {
          Dimensions level = facts.levels().get(plan.level()).size();
          assertTrue(
              plan.window().x() + plan.window().width() <= level.width() + 1e-6, plan::toString);
          assertTrue(
              plan.window().y() + plan.window().height() <= level.height() + 1e-6, plan::toString);
          assertTrue(
              planner.limits().allow(facts.orientation().apply(plan.scaled())), plan::toString);
          assertCanonicalIsStable(planner, request, facts, plan);
        }
      } catch (UnsatisfiableRequestException e) {
        assertTrue(e.getMessage().length() > 10);
      }
    }
  }

  @Test
  void aReducedImageIsPlannedLikeAnImageOfThatSize() throws Exception {
    ImageFacts reduced =
        facts(
                Orientation.TURNED_90,
                new Dimensions(401, 601),
                new Dimensions(201, 301),
                new Dimensions(101, 151))
            .reduced(new Scale(1, 3));
    assertEquals(new Dimensions(200, 134), reduced.size());
    assertEquals(
        List.of(new Dimensions(134, 200), new Dimensions(101, 151)),
        reduced.levels().stream().map(ResolutionLevel::size).toList());
    Planner planner = PLANNER.at(new Scale(1, 3));
    assertEquals(
        new Dimensions(200, 134),
        plan(planner, ApiVersion.V3, "full/^max/0/default.png", reduced).canvas());
    assertEquals(
        new Dimensions(10, 4),
        plan(planner, ApiVersion.V3, "190,130,99,99/max/0/default.png", reduced).canvas());
    refused(planner, ApiVersion.V3, "200,0,1,1/max/0/default.png", reduced);
    refused(planner, ApiVersion.V2, "full/201,/0/default.png", reduced);
    refused(planner, ApiVersion.V2, "0,0,10,10/pct:150/0/default.png", reduced);
    ImageRequest larger = request(ApiVersion.V3, "0,0,10,10/^11,/0/default.png");
    assertEquals(
        Reason.NOT_OFFERED,
        assertThrows(
                UnsatisfiableRequestException.class,
                () -> planner.plan(larger, reduced, Limits.NONE))
            .reason());
    assertEquals(PLANNER, PLANNER.at(Scale.FULL));
  }

  @Test
  void noPlanShowsMoreThanTheReducedSizeHas() {
    Random random = new Random(11);
    String[] sizes = {"max", "^max", "pct:33.3", "pct:100", "^pct:900", "!300,200", "^!900,900"};
    String[] others = {"^5000,", "100,", "77,55", "1,1", ",3"};
    for (int i = 0; i < 5000; i++) {
      int w = 1 + random.nextInt(3000);
      int h = 1 + random.nextInt(3000);
      int denominator = 2 + random.nextInt(40);
      Scale scale = new Scale(1 + random.nextInt(denominator - 1), denominator);
      List<Dimensions> levels = new ArrayList<>();
      for (int f = 1; f <= 16; f *= 2) {
        levels.add(new Dimensions(Math.max(1, w / f), Math.max(1, h / f)));
      }
      ImageFacts full =
          facts(Orientation.ofExif(1 + random.nextInt(8)), levels.toArray(Dimensions[]::new));
      ImageFacts reduced = full.reduced(scale);
      assertEquals(scale.of(full.size()), reduced.size());
      for (ResolutionLevel level : reduced.levels()) {
        assertTrue(level.size().fitsInto(scale.of(full.storedSize())));
      }
      Dimensions shown = reduced.size();
      int x = random.nextInt(shown.width());
      int y = random.nextInt(shown.height());
      int rw = 1 + random.nextInt(shown.width() - x);
      int rh = 1 + random.nextInt(shown.height() - y);
      String region = random.nextInt(4) == 0 ? "full" : x + "," + y + "," + rw + "," + rh;
      Dimensions part = region.equals("full") ? shown : new Dimensions(rw, rh);
      String size =
          random.nextBoolean()
              ? sizes[random.nextInt(sizes.length)]
              : others[random.nextInt(others.length)];
      ApiVersion version =
          size.contains("^") || random.nextBoolean() ? ApiVersion.V3 : ApiVersion.V2;
      try {
        RenderPlan plan =
            plan(
                PLANNER.at(scale),
                version,
                region + "/" + size + "/" + random.nextInt(361) + "/default.png",
                reduced);
        assertTrue(reduced.orientation().apply(plan.scaled()).fitsInto(part), plan::toString);
        assertCanonicalIsStable(
            PLANNER.at(scale),
            request(version, region + "/" + size + "/0/default.png"),
            reduced,
            plan(PLANNER.at(scale), version, region + "/" + size + "/0/default.png", reduced));
      } catch (UnsatisfiableRequestException e) {
        assertTrue(e.getMessage().length() > 10);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        // of 1000 x 700 shown as 500 x 350, with a margin of three pixels
        "100 100 50 20 47 47 31 16",
        "0 0 10 10 0 0 8 8",
        "101 0 1 700 47 0 7 350",
        "900 600 999 999 447 297 53 53"
      })
  void redactionsOfTheFullImageCoverTheSamePartOfTheReducedOne(
      int x, int y, int w, int h, int left, int top, int width, int height) {
    Alterations alterations =
        new Alterations(
            List.of(new Rectangle(x, y, w, h), new Rectangle(5000, 0, 9, 9)), null, "<x/>");
    assertEquals(
        new Alterations(List.of(new Rectangle(left, top, width, height)), null, "<x/>"),
        alterations.reduced(new Dimensions(1000, 700), new Dimensions(500, 350)));
  }

  private static void assertCanonicalIsStable(
      Planner planner, ImageRequest request, ImageFacts facts, RenderPlan plan)
      throws UnsatisfiableRequestException {
    ImageRequest canonical = CanonicalRequest.of(request, facts, plan);
    RenderPlan again =
        assertInstanceOf(RenderPlan.class, planner.plan(canonical, facts, planner.limits()));
    assertEquals(plan, again);
    assertEquals(canonical, CanonicalRequest.of(canonical, facts, again));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "V2 full/full/0/default.jpg full/full/0/default.jpg",
        "V2 full/max/0/color.jpg full/full/0/default.jpg",
        "V2 full/pct:50/0/default.jpg full/301,/0/default.jpg",
        "V2 square/!100,100/360/gray.jpg 100,0,401,401/100,/0/gray.jpg",
        "V2 full/100,100/22.50/bitonal.png full/100,100/22.5/bitonal.png",
        "V3 full/601,401/0/default.jpg full/max/0/default.jpg",
        "V3 0,0,601,401/^max/0/default.jpg full/^max/0/default.jpg",
        "V3 pct:0,0,100,100/300,/!90.0/default.jpg full/300,200/!90/default.jpg",
        "V3 full/^1202,/0/default.jpg full/^1202,802/0/default.jpg",
        "V3 full/^300,/0/default.jpg full/300,200/0/default.jpg",
        "V3 500,300,999,999/^!50,50/0/default.jpg 500,300,101,101/50,50/0/default.jpg"
      })
  void canonicalFormsAreThoseOfTheSpecification(ApiVersion version, String path, String canonical)
      throws Exception {
    ImageFacts facts = image(601, 401);
    RenderPlan plan = plan(PLANNER, version, path, facts);
    assertEquals(canonical, CanonicalRequest.of(request(version, path), facts, plan).parameters());
  }
}
