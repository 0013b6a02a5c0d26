package org.casaba.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Rectangle;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;
import org.casaba.plan.RenderPlan;
import org.jspecify.annotations.Nullable;

/**
 * How one picture is drawn: the part of the image that it takes, and the steps that this goes
 * through. Thread-safe.
 *
 * @param overlay null if there is none
 */
record Drawing(
    DecodedImage image,
    RenderPlan plan,
    Resample resample,
    @Nullable LayOver overlay,
    RenderSettings settings) {

  /** Starts decoding what the whole picture takes. */
  PixelRows source(Course course) throws IOException {
    return source(resample, course);
  }

  private PixelRows source(Resample part, Course course) throws IOException {
    Stage before = course.enter(Stage.DECODE);
    PixelRows rows = image.rows(plan.level(), part.source());
    course.enter(before);
    return TimedRows.of(rows, course, Stage.DECODE);
  }

  /** The whole picture. */
  PixelRows apply(PixelRows source, Course course) {
    return applied(steps(resample, 0), source, course);
  }

  /** The rows of the picture from {@code from} to before {@code until}; see {@link #canBeCut}. */
  PixelRows rows(int from, int until, Course course) throws IOException {
    Resample part = resample.part(from, until);
    PixelRows source = source(part, course);
    try {
      return applied(steps(part, from), source, course);
    } catch (RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  /** Whether rows can be drawn without those above and below, and without decoding these. */
  boolean canBeCut() {
    boolean upright =
        switch (plan.turn()) {
          case UPRIGHT, MIRRORED -> true;
          case TURNED_90, TURNED_180, TURNED_270, MIRRORED_90, MIRRORED_180, MIRRORED_270 -> false;
        };
    return upright
        && plan.rotation() == 0
        && image.facts().levels().get(plan.level()).tile().isPresent();
  }

  /** Rows of the picture that a row of the stored tiles makes; only where there are tiles. */
  double tileRows() {
    int stored = image.facts().levels().get(plan.level()).tile().orElseThrow().height();
    return stored / resample.verticalScale();
  }

  /** Whether the picture's rows are just the stored ones, from where a row of tiles begins. */
  boolean beginsWithTiles() {
    Rectangle source = resample.source();
    int tile = image.facts().levels().get(plan.level()).tile().orElseThrow().height();
    return resample.height() == source.height() && source.y() % tile == 0;
  }

  private List<Step> steps(Resample part, int from) {
    List<Step> steps = new ArrayList<>();
    // Before anything is mixed with its neighbours.
    steps.add(new Redact(plan.alterations().redactions(), part.source()));
    steps.add(part);
    steps.add(new Turn(plan.turn()));
    if (plan.rotation() > 0) {
      steps.add(new Rotate(plan.rotation(), plan.canvas()));
    }
    if (!plan.format().alpha()) {
      // Before the colours change, so that the background is part of a gray or bitonal picture.
      steps.add(new Flatten(settings.background()));
    }
    if (overlay != null) {
      steps.add(overlay.without(from));
    }
    steps.add(new Recolor(plan.quality()));
    return steps;
  }

  @SuppressWarnings("ReferenceEquality") // Where no step has anything to do, nothing is timed.
  private static PixelRows applied(List<Step> steps, PixelRows source, Course course) {
    PixelRows rows = source;
    for (Step step : steps) {
      rows = step.apply(rows);
    }
    return rows == source ? rows : TimedRows.of(rows, course, Stage.RESAMPLE);
  }
}
