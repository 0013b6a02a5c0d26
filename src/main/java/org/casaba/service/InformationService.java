package org.casaba.service;

import java.io.IOException;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.Identifier;
import org.casaba.info.ImageInformation;
import org.casaba.plan.Limits;
import org.casaba.plan.Planner;
import org.casaba.source.SourceException;

/** Answers information requests: asks the delegate, opens the image, reads the image's headers. */
public final class InformationService {
  private final Delegate delegate;
  private final StoredImages images;
  private final Planner planner;

  public InformationService(Delegate delegate, StoredImages images, Planner planner) {
    this.delegate = delegate;
    this.images = images;
    this.planner = planner;
  }

  /**
   * What to answer.
   *
   * @throws SourceException if there is no such image
   * @throws IOException if the stored image cannot be read
   */
  public InformationAnswer answer(RequestFacts caller) throws SourceException, IOException {
    return switch (delegate.access(caller)) {
      case Access.Full() -> answer(caller.identifier(), planner.limits(), false);
      case Access.Capped(Limits caps) ->
          answer(caller.identifier(), planner.limits().and(caps), true);
      case Access.Withheld withheld -> new InformationAnswer.Withheld(withheld);
    };
  }

  /**
   * Makes sure that there is something of that name.
   *
   * @throws SourceException if not
   */
  public void find(Identifier identifier) throws SourceException, IOException {
    images.find(identifier);
  }

  private InformationAnswer answer(Identifier identifier, Limits limits, boolean varies)
      throws SourceException, IOException {
    try (OpenImage open = images.open(identifier)) {
      return new InformationAnswer.Information(
          ImageInformation.of(open.image().facts(), limits, planner.upscaling()),
          open.lastModified(),
          varies);
    }
  }
}
