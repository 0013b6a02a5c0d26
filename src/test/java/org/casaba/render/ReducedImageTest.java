package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.RequestParser;
import org.casaba.iiif.Scale;
import org.casaba.plan.Alterations;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.plan.Planner;
import org.casaba.plan.RenderPlan;
import org.casaba.plan.ResolutionLevel;
import org.casaba.plan.UnsatisfiableRequestException;
import org.junit.jupiter.api.Test;

class ReducedImageTest {
  private static final Planner PLANNER =
      new Planner(
          new PlanSettings(Limits.NONE, 10, FullBeyondLimits.REDIRECT, TooLarge.REFUSE, false));

  private static final String[] REGIONS = {
    "full", "square", "3,2,17,11", "0,0,1,1", "pct:10,20,33.3,41", "7,5,999,999", "1,0,2,2"
  };
  private static final String[] SIZES = {
    "max", "^max", "pct:60", "7,", ",5", "2,2", "!9,9", "^!900,900", "^pct:200", "^40,", "5,3"
  };
  private static final String[] ROTATIONS = {"0", "90", "!180", "33", "!271.5"};

  private static PictureImage pyramid(Random random, boolean rounded) {
    int width = 20 + random.nextInt(60);
    int height = 20 + random.nextInt(60);
    List<Picture> levels = new ArrayList<>();
    for (int f = 1; f <= 8; f *= 2) {
      int up = rounded ? f - 1 : 0;
      levels.add(noise(Math.max(1, (width + up) / f), Math.max(1, (height + up) / f), f));
    }
    return new PictureImage(
        random.nextBoolean() ? levels : levels.subList(0, 1), PixelLayout.RGB, null);
  }

  /** What it shows in its own pixels, kept in memory: an image that never was any larger. */
  private static DecodedImage kept(DecodedImage image) throws IOException {
    List<Picture> levels = new ArrayList<>();
    for (int i = 0; i < image.facts().levels().size(); i++) {
      Rectangle whole = image.facts().levels().get(i).size().whole();
      levels.add(picture(image.rows(i, whole)));
    }
    return new PictureImage(levels, PixelLayout.RGB, null);
  }

  private static Picture picture(PixelRows rows) throws IOException {
    try (rows) {
      return Picture.of(rows);
    }
  }

  private static Picture noise(int width, int height, int seed) {
    return Picture.random(seed, width, height, PixelLayout.RGB);
  }

  @Test
  void everyAnswerIsThatOfAnImageThatNeverWasLarger() throws Exception {
    Random random = new Random(17);
    int answered = 0;
    for (int i = 0; i < 400; i++) {
      int denominator = 2 + random.nextInt(7);
      Scale scale = new Scale(1 + random.nextInt(denominator - 1), denominator);
      DecodedImage reduced = ReducedImage.of(pyramid(random, random.nextBoolean()), scale);
      DecodedImage small = kept(reduced);
      String region = REGIONS[random.nextInt(REGIONS.length)];
      String size = SIZES[random.nextInt(SIZES.length)];
      String rotation = ROTATIONS[random.nextInt(ROTATIONS.length)];
      var request =
          RequestParser.parse(
              ApiVersion.V3,
              new Identifier("x"),
              new ImageParameters(region, size, rotation, "default.png"));
      try {
        RenderPlan plan =
            (RenderPlan) PLANNER.at(scale).plan(request, reduced.facts(), Limits.NONE);
        assertEquals(plan, PLANNER.at(scale).plan(request, small.facts(), Limits.NONE));
        assertArrayEquals(drawn(small, plan), drawn(reduced, plan), request::parameters);
        answered++;
      } catch (UnsatisfiableRequestException e) {
        assertTrue(e.getMessage().length() > 10);
      }
    }
    assertTrue(answered > 200, answered + " answers");
  }

  private static int[] drawn(DecodedImage image, RenderPlan plan) throws IOException {
    RenderSettings settings =
        new RenderSettings(
            85, true, RenderSettings.Metadata.STRIP, 0xFFFFFF, RenderSettings.Filter.CATMULL_ROM);
    KeepingEncoder encoder = new KeepingEncoder(plan.format());
    new Renderer(_ -> encoder, settings).render(image, plan, new ByteArrayOutputStream());
    return encoder.picture().argb();
  }

  @Test
  void partsAreThoseOfTheWhole() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      DecodedImage image = ReducedImage.of(pyramid(random, false), new Scale(3, 5));
      Dimensions size = image.facts().storedSize();
      Picture whole = picture(image.rows(0, size.whole()));
      int x = random.nextInt(size.width());
      int y = random.nextInt(size.height());
      Rectangle part =
          new Rectangle(
              x, y, 1 + random.nextInt(size.width() - x), 1 + random.nextInt(size.height() - y));
      assertArrayEquals(whole.part(part).argb(), picture(image.rows(0, part)).argb());
    }
  }

  @Test
  void aStoredLevelOfThatSizeIsTakenAsItIs() throws Exception {
    List<Picture> levels = List.of(noise(100, 80, 1), noise(50, 40, 2), noise(25, 20, 3));
    DecodedImage image =
        ReducedImage.of(new PictureImage(levels, PixelLayout.RGB, null), new Scale(1, 2));
    assertEquals(
        List.of(new Dimensions(50, 40), new Dimensions(25, 20)),
        image.facts().levels().stream().map(ResolutionLevel::size).toList());
    for (int i = 0; i < 2; i++) {
      Picture level = levels.get(i + 1);
      assertArrayEquals(level.argb(), picture(image.rows(i, level.size().whole())).argb());
    }
  }

  @Test
  void fullScaleIsTheImageItself() {
    PictureImage image = new PictureImage(List.of(noise(9, 9, 1)), PixelLayout.RGB, null);
    assertSame(image, ReducedImage.of(image, new Scale(3, 3)));
  }

  /** Two images that differ only in what is redacted cannot be told from each other. */
  @Test
  void nothingOfARedactedPartShowsInAReducedPicture() throws Exception {
    Random random = new Random(23);
    for (int i = 0; i < 300; i++) {
      int width = 30 + random.nextInt(90);
      int height = 30 + random.nextInt(90);
      Rectangle secret =
          new Rectangle(
              random.nextInt(width),
              random.nextInt(height),
              1 + random.nextInt(40),
              1 + random.nextInt(40));
      Picture one = noise(width, height, 1);
      int[] other = one.argb().clone();
      secret
          .intersection(one.size().whole())
          .ifPresent(r -> {
            for (int y = r.y(); y < r.bottom(); y++) {
              for (int x = r.x(); x < r.right(); x++) {
                other[y * width + x] ^= 0xFFFFFF;
              }
            }
          });
      int denominator = 2 + random.nextInt(5);
      Scale scale = new Scale(1 + random.nextInt(denominator - 1), denominator);
      Dimensions shown = scale.of(one.size());
      Rectangle redacted =
          new Alterations(List.of(secret), null, null)
              .reduced(one.size(), shown)
              .redactions()
              .getFirst();
      int[] a = reduced(one, scale);
      int[] b = reduced(new Picture(width, height, other), scale);
      for (int at = 0; at < a.length; at++) {
        int x = at % shown.width();
        int y = at / shown.width();
        boolean black = redacted.intersection(new Rectangle(x, y, 1, 1)).isPresent();
        assertTrue(black || a[at] == b[at], x + "," + y + " beside " + redacted);
      }
    }
  }

  private static int[] reduced(Picture picture, Scale scale) throws IOException {
    DecodedImage image =
        ReducedImage.of(new PictureImage(List.of(picture), PixelLayout.RGB, null), scale);
    ImageFacts facts = image.facts();
    return picture(image.rows(0, facts.storedSize().whole())).argb();
  }
}
