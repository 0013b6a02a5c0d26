package org.casaba.plan;

import java.util.List;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.Format;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Rotation;
import org.casaba.iiif.Scale;
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

  /**
   * Plans for images that are shown at that scale: what is reduced is not enlarged again, else it
   * would be another size in name only.
   */
  public Planner at(Scale scale) {
    return scale.equals(Scale.FULL)
        ? this
        : new Planner(
            new PlanSettings(
                settings.limits(),
                1,
                settings.full(),
                settings.tooLarge(),
                settings.upscalingValidatorMode()));
  }

  /** Whether answers may be larger than their region. */
  public boolean upscaling() {
    return settings.maxScale() > 1;
  }

  /**
   * The size in pixels of what {@code request} names, turned and all; {@code max} is as large as
   * the server's limits allow, a size in so many words is taken at its word.
   *
   * @throws UnsatisfiableRequestException if it asks for nothing, or for more than is offered
   */
  public Dimensions resulting(ImageRequest request, ImageFacts facts)
      throws UnsatisfiableRequestException {
    Rectangle region = Regions.resolve(request.region(), facts.size());
    int quarters = quarters(request.rotation());
    double rest = rest(request.rotation(), quarters);
    Dimensions shown =
        isLiteral(request.size())
            ? literal(request, region)
            : sizes(
                    request,
                    region,
                    new Bounds(settings.limits(), request.format(), rest, settings.maxScale()))
                .resolve(request.size());
    Canvas canvas = Canvas.of(Orientation.of(false, quarters).apply(shown), rest);
    return new Dimensions((int) canvas.width(), (int) canvas.height());
  }

  /** {@link #plan(ImageRequest, ImageFacts, Limits, Alterations)} of an unaltered picture. */
  public Plan plan(ImageRequest request, ImageFacts facts, Limits limits)
      throws UnsatisfiableRequestException {
    return plan(request, facts, limits, Alterations.NONE);
  }

  /**
   * What {@code request} comes to on an image with these facts.
   *
   * @param limits the server's, and whatever else holds for this caller
   * @param alterations redactions in pixels of the full image as shown
   * @throws UnsatisfiableRequestException if it asks for nothing, or for more than is allowed
   */
  public Plan plan(ImageRequest request, ImageFacts facts, Limits limits, Alterations alterations)
      throws UnsatisfiableRequestException {
    Rectangle region = Regions.resolve(request.region(), facts.size());
    int quarters = quarters(request.rotation());
    double rest = rest(request.rotation(), quarters);
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
    } else if (settings.tooLarge() == PlanSettings.TooLarge.REDIRECT
        && isLiteral(size)
        && !bounds.allow(literal(request, region))) {
      return new Plan.MaxInstead();
    }
    Dimensions shown = sizes(request, region, bounds).resolve(size);
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
        request.format(),
        drawn(alterations, facts, choice.level(), canvas));
  }

  /**
   * With redactions in pixels of a level, those outside the image dropped; with an overlay only if
   * the picture is large enough for it.
   */
  private static Alterations drawn(
      Alterations alterations, ImageFacts facts, int level, Canvas canvas) {
    Orientation stored = facts.orientation().inverse();
    List<Rectangle> redactions =
        alterations.redactions().stream()
            .flatMap(r -> facts.size().whole().intersection(r).stream())
            .map(r -> stored.apply(r, facts.size()))
            .map(r -> Levels.cover(r, facts.storedSize(), facts.levels().get(level).size()))
            .toList();
    Overlay.Visible overlay =
        alterations
            .overlay()
            .filter(visible -> visible.placement().allows(canvas.width(), canvas.height()))
            .orElse(null);
    return new Alterations(redactions, overlay, alterations.xmpPacket());
  }

  /** Whether it names pixels, and not the largest that may be had. */
  private static boolean isLiteral(Size size) {
    return switch (size) {
      case Size.Max _, Size.Confined _ -> false;
      case Size.Full _, Size.Width _, Size.Height _, Size.Percent _, Size.Exact _ -> true;
    };
  }

  private Dimensions literal(ImageRequest request, Rectangle region)
      throws UnsatisfiableRequestException {
    Bounds none = new Bounds(Limits.NONE, Format.PNG, 0, settings.maxScale());
    return sizes(request, region, none).resolve(request.size());
  }

  private Sizes sizes(ImageRequest request, Rectangle region, Bounds bounds) {
    return new Sizes(request.version(), region.size(), bounds, settings.upscalingValidatorMode());
  }

  private static double rest(Rotation rotation, int quarters) {
    return rotation.degrees().doubleValue() - 90.0 * quarters;
  }

  private static int quarters(Rotation rotation) {
    return (int) (rotation.degrees().doubleValue() / 90);
  }
}
