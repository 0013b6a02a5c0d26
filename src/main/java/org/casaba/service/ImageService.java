package org.casaba.service;

import java.io.IOException;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Size;
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
   * @throws SourceException if there is no such image
   * @throws UnsatisfiableRequestException if this image, or the limits, do not allow the request
   * @throws IOException if the stored image cannot be read
   */
  public ImageAnswer answer(ImageRequest request, RequestFacts caller)
      throws SourceException, UnsatisfiableRequestException, IOException {
    return switch (delegate.access(caller)) {
      case Access.Full() -> answer(request, planner.limits(), false);
      case Access.Capped(Limits caps) -> answer(request, planner.limits().and(caps), true);
      case Access.Withheld withheld -> new ImageAnswer.Withheld(withheld);
    };
  }

  private ImageAnswer answer(ImageRequest request, Limits limits, boolean varies)
      throws SourceException, UnsatisfiableRequestException, IOException {
    OpenImage open = images.open(request.identifier());
    boolean handedOver = false;
    try {
      switch (planner.plan(request, open.image().facts(), limits)) {
        case Plan.MaxInstead() -> {
          return new ImageAnswer.Elsewhere(request.withSize(new Size.Max(false)));
        }
        case RenderPlan plan -> {
          Picture picture = new Picture(open, request, plan, rendering, varies);
          handedOver = true;
          return picture;
        }
      }
    } finally {
      if (!handedOver) {
        open.close();
      }
    }
  }
}
