package org.casaba.plan;

import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Rotation;
import org.casaba.iiif.Size;

/** Turns a request and an image's facts into a plan, within limits. Pure. */
public final class Planner {
  private final PlanSettings settings;

  public Planner(PlanSettings settings) {
    this.settings = settings;
  }

  /** The limits that hold for everybody. */
  public Limits limits() {
    return settings.limits();
  }

  /** Whether answers may be larger than their region. */
  public boolean upscaling() {
    return settings.maxScale() > 1;
  }

  /**
   * What {@code request} comes to on an image with these facts.
   *
   * @param limits the server's, and whatever else holds for this caller
   * @throws UnsatisfiableRequestException if it asks for nothing, or for more than is allowed
   */
  public Plan plan(ImageRequest request, ImageFacts facts, Limits limits)
      throws UnsatisfiableRequestException {
    Rectangle region = Regions.resolve(request.region(), facts.size());
    int quarters = quarters(request.rotation());
    double rest = request.rotation().degrees().doubleValue() - 90.0 * quarters;
    Bounds bounds = new Bounds(limits, request.format(), rest, settings.maxScale());
    Size size = request.size();
    if (size instanceof Size.Full && !bounds.allow(region.size())) {
      switch (settings.full()) {
        case REDIRECT -> {
          return new Plan.MaxInstead();
        }
        case CAP -> size = new Size.Max(false);
        case REFUSE -> {}
      }
    }
    Dimensions shown =
        new Sizes(request.version(), region.size(), bounds, settings.upscalingValidatorMode())
            .resolve(size);
    Orientation turn =
        facts.orientation().then(Orientation.of(request.rotation().mirrored(), quarters));
    Orientation stored = facts.orientation().inverse();
    Dimensions scaled = stored.apply(shown);
    Levels.Choice choice =
        Levels.choose(facts.levels(), stored.apply(region, facts.size()), scaled);
    Canvas canvas = Canvas.of(turn.apply(scaled), rest);
    return new RenderPlan(
        choice.level(),
        choice.window(),
        scaled,
        turn,
        rest,
        new Dimensions((int) canvas.width(), (int) canvas.height()),
        CanonicalRequest.quality(request.quality(), facts),
        request.format());
  }

  private static int quarters(Rotation rotation) {
    return (int) (rotation.degrees().doubleValue() / 90);
  }
}
