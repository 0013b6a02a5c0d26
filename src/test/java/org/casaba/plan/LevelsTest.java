package org.casaba.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Decimal;
import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Quality;
import org.casaba.iiif.Region;
import org.casaba.iiif.Rotation;
import org.casaba.iiif.Size;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.junit.jupiter.api.Test;

/** Redactions, as they come to lie on resolution levels. */
final class LevelsTest {
  private static final Planner PLANNER =
      new Planner(
          new PlanSettings(Limits.NONE, 4, FullBeyondLimits.REFUSE, TooLarge.REFUSE, false));

  private final Random random = new Random(42);

  @Test
  void onTheFullSizeRedactionsAreJustWhatTheyAre() {
    for (int i = 0; i < 1000; i++) {
      Dimensions full = size(i % 3 == 0 ? Integer.MAX_VALUE : 3000);
      Rectangle r = within(full);
      assertEquals(r, Levels.cover(r, full, full));
    }
  }

  @Test
  void everyLevelPixelThatShowsPartOfThemIsCovered() {
    for (int i = 0; i < 200_000; i++) {
      int full = 1 + random.nextInt(i % 2 == 0 ? 100 : 100_000);
      int level = level(full);
      int start = random.nextInt(full);
      int end = start + 1 + random.nextInt(full - start);
      Rectangle covered =
          Levels.cover(
              new Rectangle(start, 0, end - start, 1),
              new Dimensions(full, 1),
              new Dimensions(level, 1));
      String what = start + " to " + end + " of " + full + " at " + level + ": " + covered;
      assertTrue(covered.right() <= level, what);
      // The pixel p shows [p * full / level, (p + 1) * full / level).
      int from = (int) ((long) start * level / full);
      int to = (int) Math.ceilDiv((long) end * level, full);
      assertTrue(covered.x() <= from && covered.right() >= to, what);
      // If so many pixels have become one each, it shows [p * step, (p + 1) * step).
      for (int step = 1; step <= Math.min(full, 300); step++) {
        if (level == Math.ceilDiv(full, step) || level == full / step) {
          int first = Math.min(start / step, level - 1);
          int last = Math.min(Math.ceilDiv(end, step), level);
          assertTrue(covered.x() <= first && covered.right() >= last, what);
        }
      }
      assertTrue(covered.x() >= from - 2 && covered.right() <= to + 2, what);
    }
  }

  private int level(int full) {
    int divisor = 1 << random.nextInt(8);
    return Math.max(
        1,
        switch (random.nextInt(4)) {
          case 0 -> full / divisor;
          case 1 -> Math.ceilDiv(full, divisor);
          case 2 -> Math.round((float) full / divisor);
          default -> 1 + random.nextInt(full);
        });
  }

  @Test
  void plansKnowRedactionsInStoredPixelsOfTheirLevel() throws UnsatisfiableRequestException {
    for (int i = 0; i < 5000; i++) {
      Orientation orientation = Orientation.values()[i % 8];
      Dimensions stored = size(2000);
      ImageFacts facts = facts(orientation, stored);
      Rectangle shown = within(facts.size());
      int width = 1 + random.nextInt(facts.size().width());
      RenderPlan plan = plan(facts, width, new Alterations(List.of(shown), null, null));
      Dimensions level = facts.levels().get(plan.level()).size();
      Rectangle covered = plan.alterations().redactions().getFirst();
      assertTrue(covered.isInside(level), covered + " of " + level);
      // Corner pixels of the redaction, turned one by one, lie in it.
      for (int corner = 0; corner < 4; corner++) {
        Rectangle pixel =
            new Rectangle(
                corner % 2 == 0 ? shown.x() : shown.right() - 1,
                corner / 2 == 0 ? shown.y() : shown.bottom() - 1,
                1,
                1);
        Rectangle there = orientation.inverse().apply(pixel, facts.size());
        int x = (int) ((long) there.x() * level.width() / stored.width());
        int y = (int) ((long) there.y() * level.height() / stored.height());
        assertTrue(covered.intersection(new Rectangle(x, y, 1, 1)).isPresent(), pixel.toString());
      }
      if (plan.level() == 0) {
        assertEquals(shown, orientation.apply(covered, stored));
      }
    }
  }

  @Test
  void redactionsBeyondTheEdgesAreCutOffOrDropped() throws UnsatisfiableRequestException {
    ImageFacts facts = facts(Orientation.UPRIGHT, new Dimensions(100, 80));
    Alterations redacted =
        new Alterations(
            List.of(new Rectangle(90, 70, 1_000_000, 2_000_000_000), new Rectangle(100, 0, 5, 5)),
            null,
            null);
    assertEquals(
        List.of(new Rectangle(90, 70, 10, 10)),
        plan(facts, 100, redacted).alterations().redactions());
  }

  @Test
  void smallPicturesGoWithoutOverlay() throws UnsatisfiableRequestException {
    ImageFacts facts = facts(Orientation.UPRIGHT, new Dimensions(1000, 800));
    Overlay.Placement placement = new Overlay.Placement(Overlay.Position.CENTER, 0, 400, 300);
    Alterations laid = new Alterations(List.of(), new Overlay.Image("x", placement), null);
    assertTrue(plan(facts, 400, laid).alterations().overlay().isPresent());
    assertTrue(plan(facts, 399, laid).alterations().overlay().isEmpty());
    assertEquals(plan(facts, 399, Alterations.NONE), plan(facts, 399, laid));
  }

  private RenderPlan plan(ImageFacts facts, int width, Alterations alterations)
      throws UnsatisfiableRequestException {
    ImageRequest request =
        new ImageRequest(
            ApiVersion.V3,
            new Identifier("x"),
            new Region.Full(),
            new Size.Exact(
                true, width, Math.max(1, width * facts.size().height() / facts.size().width())),
            new Rotation(false, Decimal.of(0)),
            Quality.DEFAULT,
            Format.PNG);
    return (RenderPlan) PLANNER.plan(request, facts, Limits.NONE, alterations);
  }

  private static ImageFacts facts(Orientation orientation, Dimensions stored) {
    List<ResolutionLevel> levels = new ArrayList<>();
    levels.add(new ResolutionLevel(stored, null));
    for (int k = 2; k <= 16; k *= 2) {
      levels.add(
          new ResolutionLevel(
              new Dimensions(Math.ceilDiv(stored.width(), k), Math.ceilDiv(stored.height(), k)),
              null));
    }
    return new ImageFacts("TIFF", orientation, levels, ImageFacts.Coloring.COLOR, false);
  }

  private Dimensions size(int most) {
    return new Dimensions(1 + random.nextInt(most - 1), 1 + random.nextInt(most - 1));
  }

  private Rectangle within(Dimensions picture) {
    int x = random.nextInt(picture.width());
    int y = random.nextInt(picture.height());
    return new Rectangle(
        x, y, 1 + random.nextInt(picture.width() - x), 1 + random.nextInt(picture.height() - y));
  }
}
