package org.casaba.service;

import java.util.Optional;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.Identifier;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;

/** Questions of which is noted how long it takes to answer them. */
record TimedInquiry(Inquiry inquiry, Course course) implements Inquiry {

  /** Begins to ask; where there are no rules, there is nothing to note. */
  static Inquiry of(Delegate delegate, RequestFacts facts, Course course) {
    Inquiry inquiry = delegate.inquiry(facts);
    return delegate.equals(Delegate.OPEN) ? inquiry : new TimedInquiry(inquiry, course);
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws DelegateException;
  }

  private <T> T timed(Question<T> question) throws DelegateException {
    Stage before = course.enter(Stage.SCRIPT);
    T answer = question.ask();
    course.enter(before);
    return answer;
  }

  @Override
  public Access admit() throws DelegateException {
    return timed(inquiry::admit);
  }

  @Override
  public Optional<Identifier> locate() throws DelegateException {
    return timed(inquiry::locate);
  }

  @Override
  public Access permit(KnownImage image) throws DelegateException {
    return timed(() -> inquiry.permit(image));
  }

  @Override
  public Description describe(KnownImage image) throws DelegateException {
    return timed(() -> inquiry.describe(image));
  }

  @Override
  public boolean personal() {
    return inquiry.personal();
  }
}
