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
import org.casaba.render.OverlayException;
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
    Asked asked = new Asked(request, facts, TimedInquiry.of(delegate, facts, course), course);
    return switch (asked.inquiry().admit()) {
      case Access.Withheld withheld -> asked.withheld(withheld);
      case Access.Granted(Limits caps, Alterations _) -> opened(asked, caps);
    };
  }

  /** A request that is being answered. */
  private record Asked(ImageRequest request, RequestFacts facts, Inquiry inquiry, Course course) {

    ImageAnswer withheld(Access.Withheld decision) {
      return new ImageAnswer.Withheld(decision, inquiry.personal());
    }
  }

  private ImageAnswer opened(Asked asked, Limits admitted)
      throws DelegateException, SourceException, UnsatisfiableRequestException, IOException {
    OpenImage open = images.open(asked.facts().image(), asked.inquiry(), asked.course());
    boolean handedOver = false;
    try {
      ImageAnswer answer = permitted(asked, open, admitted);
      handedOver = answer instanceof Picture;
      return answer;
    } finally {
      if (!handedOver) {
        open.close();
      }
    }
  }

  private ImageAnswer permitted(Asked asked, OpenImage open, Limits admitted)
      throws DelegateException, UnsatisfiableRequestException, IOException {
    Planner shown = planner.at(asked.facts().image().scale());
    KnownImage known = open.known(shown.resulting(asked.request(), open.facts()));
    return switch (asked.inquiry().permit(known)) {
      case Access.Withheld withheld -> asked.withheld(withheld);
      case Access.Granted(Limits caps, Alterations alterations) -> {
        Limits limits = planner.limits().and(admitted).and(caps).announceable(open.facts().size());
        Alterations decided = alterations.decided(rendering.overlays().standard().orElse(null));
        yield decided.equals(Alterations.NONE)
            ? unaltered(asked, open, limits)
            : planned(asked, open, limits, decided);
      }
    };
  }

  private ImageAnswer unaltered(Asked asked, OpenImage open, Limits limits)
      throws UnsatisfiableRequestException, OverlayException {
    KnownPlans.Asked plain =
        new KnownPlans.Asked(open.lease().opening(), open.found(), asked.request(), limits);
    Optional<KnownPlans.Known> before = plans.find(plain);
    if (before.isPresent()) {
      Rendering drawing = rendering.on(asked.course());
      return new Picture(open, before.get(), drawing, asked.inquiry().personal());
    }
    ImageAnswer answer = planned(asked, open, limits, Alterations.NONE);
    if (answer instanceof Picture picture) {
      plans.put(plain, picture.planned());
    }
    return answer;
  }

  private ImageAnswer planned(Asked asked, OpenImage open, Limits limits, Alterations decided)
      throws UnsatisfiableRequestException, OverlayException {
    ImageRequest request = asked.request();
    Planner shown = planner.at(asked.facts().image().scale());
    boolean personal = asked.inquiry().personal();
    return switch (shown.plan(request, open.facts(), limits, open.reduced(decided))) {
      case Plan.MaxInstead() ->
          new ImageAnswer.Elsewhere(request.withSize(new Size.Max(false)), personal);
      case RenderPlan plan ->
          new Picture(open, request, plan, rendering.on(asked.course()), personal);
    };
  }
}
