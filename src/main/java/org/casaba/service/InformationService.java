package org.casaba.service;

import java.io.IOException;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.RequestFacts;
import org.casaba.info.ImageInformation;
import org.casaba.metrics.Course;
import org.casaba.plan.Alterations;
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
   * @throws DelegateException if the rules do not answer
   * @throws SourceException if there is no such image
   * @throws IOException if the stored image cannot be read
   */
  public InformationAnswer answer(RequestFacts facts)
      throws DelegateException, SourceException, IOException {
    return answer(facts, Course.NONE);
  }

  /** The same, noting the request's course. */
  public InformationAnswer answer(RequestFacts facts, Course course)
      throws DelegateException, SourceException, IOException {
    Inquiry inquiry = TimedInquiry.of(delegate, facts, course);
    return switch (inquiry.admit()) {
      case Access.Withheld withheld -> new InformationAnswer.Withheld(withheld, inquiry.personal());
      case Access.Granted(Limits caps, Alterations _) -> opened(facts, inquiry, caps, course);
    };
  }

  /**
   * Makes sure that this caller may know of the image, and that there is one.
   *
   * @throws DelegateException if the rules do not answer
   * @throws SourceException if there is no such image
   */
  public InformationAnswer.Finding find(RequestFacts facts)
      throws DelegateException, SourceException, IOException {
    Inquiry inquiry = delegate.inquiry(facts);
    if (inquiry.admit() instanceof Access.Withheld withheld) {
      return new InformationAnswer.Withheld(withheld, inquiry.personal());
    }
    images.find(inquiry);
    return new InformationAnswer.There(inquiry.personal());
  }

  private InformationAnswer opened(
      RequestFacts facts, Inquiry inquiry, Limits admitted, Course course)
      throws DelegateException, SourceException, IOException {
    try (OpenImage open = images.open(facts.image(), inquiry, course)) {
      Inquiry.Description description = inquiry.describe(open.known(null));
      Limits limits =
          planner.limits().and(admitted).and(description.caps()).announceable(open.facts().size());
      return new InformationAnswer.Information(
          ImageInformation.of(open.facts(), limits, planner.at(facts.image().scale()).upscaling()),
          description.extraKeys(),
          open.lastModified(),
          inquiry.personal());
    }
  }
}
