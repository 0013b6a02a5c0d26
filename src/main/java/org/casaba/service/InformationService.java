package org.casaba.service;

import java.io.IOException;
import java.time.Instant;
import org.casaba.codec.Codecs;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.Identifier;
import org.casaba.info.ImageInformation;
import org.casaba.plan.Limits;
import org.casaba.plan.Planner;
import org.casaba.source.Source;
import org.casaba.source.SourceException;

/** Answers information requests: asks the delegate, opens the source, reads the image's headers. */
public final class InformationService {
  private final Delegate delegate;
  private final Source source;
  private final Codecs codecs;
  private final Planner planner;
  private final Instant since;

  /**
   * Answers from these parts.
   *
   * @param since from when on this configuration holds: no answer is older
   */
  public InformationService(
      Delegate delegate, Source source, Codecs codecs, Planner planner, Instant since) {
    this.delegate = delegate;
    this.source = source;
    this.codecs = codecs;
    this.planner = planner;
    this.since = since;
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
    source.open(identifier).close();
  }

  private InformationAnswer answer(Identifier identifier, Limits limits, boolean varies)
      throws SourceException, IOException {
    try (OpenImage open = OpenImage.open(source, codecs, identifier)) {
      Instant modified = open.content().version().modified();
      return new InformationAnswer.Information(
          ImageInformation.of(open.image().facts(), limits, planner.upscaling()),
          modified.isAfter(since) ? modified : since,
          varies);
    }
  }
}
