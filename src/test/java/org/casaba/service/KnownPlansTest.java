package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Window;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.Quality;
import org.casaba.iiif.Region;
import org.casaba.iiif.Rotation;
import org.casaba.iiif.Size;
import org.casaba.plan.Alterations;
import org.casaba.plan.DerivativeKey;
import org.casaba.plan.Limits;
import org.casaba.plan.RenderPlan;
import org.junit.jupiter.api.Test;

final class KnownPlansTest {
  private static final Identifier IMAGE = new Identifier("a");
  private static final ImageRequest REQUEST =
      new ImageRequest(
          ApiVersion.V3,
          IMAGE,
          new Region.Full(),
          new Size.Max(false),
          Rotation.NONE,
          Quality.DEFAULT,
          Format.JPG);
  private static final RenderPlan PLAN =
      new RenderPlan(
          0,
          new Window(0, 0, 1, 1),
          new Dimensions(1, 1),
          Orientation.UPRIGHT,
          0,
          new Dimensions(1, 1),
          Quality.DEFAULT,
          Format.JPG,
          Alterations.NONE);

  private final KnownPlans plans = new KnownPlans();

  private static KnownPlans.Asked asked(long opening, Limits limits) {
    return new KnownPlans.Asked(opening, MetaIdentifier.of(IMAGE), REQUEST, limits);
  }

  private static KnownPlans.Known known(int number) {
    return new KnownPlans.Known(PLAN, REQUEST, DerivativeKey.of(IMAGE, number));
  }

  @Test
  void anotherOpeningAndOtherLimitsAreOtherQuestions() {
    plans.put(asked(1, Limits.NONE), known(1));
    assertEquals(Optional.of(known(1)), plans.find(asked(1, Limits.NONE)));
    assertEquals(Optional.empty(), plans.find(asked(2, Limits.NONE)));
    assertEquals(Optional.empty(), plans.find(asked(1, Limits.of(100, 0, 0))));
  }

  @Test
  void whatIsAskedForAgainStaysAndTheRestGoes() {
    for (int i = 0; i < 20_000; i++) {
      plans.put(asked(i, Limits.NONE), known(i));
      assertEquals(Optional.of(known(0)), plans.find(asked(0, Limits.NONE)));
    }
    long left =
        List.of(1, 1000, 10_000, 15_000).stream()
            .filter(i -> plans.find(asked(i, Limits.NONE)).isPresent())
            .count();
    assertEquals(0, left);
    assertTrue(plans.find(asked(19_999, Limits.NONE)).isPresent());
  }
}
