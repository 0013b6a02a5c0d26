package org.casaba.service;

import java.io.IOException;
import java.util.Optional;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Size;
import org.casaba.metrics.Course;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.casaba.plan.Plan;
import org.casaba.plan.Planner;
import org.casaba.plan.RenderPlan;
import org.casaba.plan.UnsatisfiableRequestException;
import org.casaba.source.SourceException;

/** Answers image requests: asks the delegate, opens the image, plans, and has it rendered. */
public final class ImageService {
  private final Delegate delegate;
  private final StoredImages images;
  private final Planner planner;
  private final Rendering rendering;
  private final KnownPlans plans = new KnownPlans();

  public ImageService(
      Delegate delegate, StoredImages images, Planner planner, Rendering rendering) {
    this.delegate = delegate;
    this.images = images;
    this.planner = planner;
    this.rendering = rendering;
  }

  /**
   * What to answer; nothing has been rendered yet. A {@link Picture} is to be closed by the caller.
   *
   * @param request what {@code facts} ask for
   * @throws DelegateException if the rules do not answer
   * @throws SourceException if there is no such image
   * @throws UnsatisfiableRequestException if this image, or the limits, do not allow the request
   * @throws IOException if the stored image cannot be read
   */
  public ImageAnswer answer(ImageRequest request, RequestFacts facts)
      throws DelegateException, SourceException, UnsatisfiableRequestException, IOException {
    return answer(request, facts, Course.NONE);
  }

  /** The same, noting the request's course, also when the picture is written. */
  public ImageAnswer answer(ImageRequest request, RequestFacts facts, Course course)
      throws DelegateException, SourceException, UnsatisfiableRequestException, IOException {
    Inquiry inquiry = TimedInquiry.of(delegate, facts, course);
    return switch (inquiry.admit()) {
      case Access.Withheld withheld -> new ImageAnswer.Withheld(withheld, inquiry.personal());
      case Access.Granted(Limits caps, Alterations _) ->
          opened(new Asked(request, facts, course), inquiry, caps);
    };
  }

  /** A request that is being answered. */
  private record Asked(ImageRequest request, RequestFacts facts, Course course) {}

  private ImageAnswer opened(Asked asked, Inquiry inquiry, Limits admitted)
      throws DelegateException, SourceException, UnsatisfiableRequestException, IOException {
    ImageRequest request = asked.request();
    OpenImage open = images.open(asked.facts().image(), inquiry, asked.course());
    boolean handedOver = false;
    try {
      Planner shown = planner.at(asked.facts().image().scale());
      KnownImage known = open.known(shown.resulting(request, open.facts()));
      switch (inquiry.permit(known)) {
        case Access.Withheld withheld -> {
          return new ImageAnswer.Withheld(withheld, inquiry.personal());
        }
        case Access.Granted(Limits caps, Alterations alterations) -> {
          Limits limits =
              planner.limits().and(admitted).and(caps).announceable(open.facts().size());
          Alterations decided = alterations.decided(rendering.overlays().standard().orElse(null));
          Rendering drawing = rendering.on(asked.course());
          KnownPlans.Asked plain =
              decided.equals(Alterations.NONE)
                  ? new KnownPlans.Asked(open.lease().opening(), open.found(), request, limits)
                  : null;
          Optional<KnownPlans.Known> before = Optional.ofNullable(plain).flatMap(plans::find);
          if (before.isPresent()) {
            handedOver = true;
            return new Picture(open, before.get(), drawing, inquiry.personal());
          }
          switch (shown.plan(request, open.facts(), limits, open.reduced(decided))) {
            case Plan.MaxInstead() -> {
              return new ImageAnswer.Elsewhere(
                  request.withSize(new Size.Max(false)), inquiry.personal());
            }
            case RenderPlan plan -> {
              Picture picture = new Picture(open, request, plan, drawing, inquiry.personal());
              handedOver = true;
              if (plain != null) {
                plans.put(plain, picture.planned());
              }
              return picture;
            }
          }
        }
      }
    } finally {
      if (!handedOver) {
        open.close();
      }
    }
  }
}
