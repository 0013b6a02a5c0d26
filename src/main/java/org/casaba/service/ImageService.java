package org.casaba.service;

import java.io.IOException;
import java.time.Instant;
import org.casaba.cache.DerivativeCache;
import org.casaba.codec.Codecs;
import org.casaba.content.ContentVersion;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.Size;
import org.casaba.plan.CanonicalRequest;
import org.casaba.plan.DerivativeKey;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.Limits;
import org.casaba.plan.Plan;
import org.casaba.plan.Planner;
import org.casaba.plan.RenderPlan;
import org.casaba.plan.UnsatisfiableRequestException;
import org.casaba.render.Renderer;
import org.casaba.source.Source;
import org.casaba.source.SourceException;

/** Answers image requests: asks the delegate, opens the source, plans, and has it rendered. */
public final class ImageService {
  private final Delegate delegate;
  private final Source source;
  private final Codecs codecs;
  private final Planner planner;
  private final Renderer renderer;
  private final DerivativeCache cache;
  private final Instant since;

  /**
   * Answers from these parts.
   *
   * @param since from when on this configuration holds: no answer is older
   */
  public ImageService(
      Delegate delegate,
      Source source,
      Codecs codecs,
      Planner planner,
      Renderer renderer,
      DerivativeCache cache,
      Instant since) {
    this.delegate = delegate;
    this.source = source;
    this.codecs = codecs;
    this.planner = planner;
    this.renderer = renderer;
    this.cache = cache;
    this.since = since;
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
    OpenImage open = OpenImage.open(source, codecs, request.identifier());
    boolean handedOver = false;
    try {
      ImageFacts facts = open.image().facts();
      switch (planner.plan(request, facts, limits)) {
        case Plan.MaxInstead() -> {
          return new ImageAnswer.Elsewhere(request.withSize(new Size.Max(false)));
        }
        case RenderPlan plan -> {
          handedOver = true;
          return picture(request, open, plan, varies);
        }
      }
    } finally {
      if (!handedOver) {
        open.close();
      }
    }
  }

  private Picture picture(ImageRequest request, OpenImage open, RenderPlan plan, boolean varies) {
    ContentVersion version = open.content().version();
    return new Picture(
        open,
        CanonicalRequest.of(request, open.image().facts(), plan),
        DerivativeKey.of(request.identifier(), version, plan, renderer.settings()),
        version.modified().isAfter(since) ? version.modified() : since,
        varies,
        cache,
        out -> renderer.render(open.image(), plan, out));
  }
}
