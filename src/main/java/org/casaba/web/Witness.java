package org.casaba.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.delegate.Access;
import org.casaba.delegate.Asked;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.delegate.TracedDelegate;
import org.casaba.iiif.Identifier;
import org.jspecify.annotations.Nullable;

/** Remembers what was asked of rules in one dry run, and what they saw. Used by one thread. */
final class Witness implements Delegate {
  private final TracedDelegate delegate;
  private final List<Asked> asked = new ArrayList<>();
  private @Nullable RequestFacts request;
  private @Nullable KnownImage known;
  private @Nullable Inquiry inquiry;

  Witness(TracedDelegate delegate) {
    this.delegate = delegate;
  }

  /** Whether another caller may get another answer, as far as has been asked. */
  boolean personal() {
    return inquiry != null && inquiry.personal();
  }

  /** In the order in which they were asked. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** What the rules saw at last, as JSON. */
  String context() {
    return request == null ? "{}" : delegate.context(request, known);
  }

  @Override
  public Inquiry inquiry(RequestFacts facts) {
    Inquiry traced = delegate.inquiry(facts, asked::add);
    request = facts;
    inquiry = traced;
    return new Inquiry() {
      @Override
      public Access admit() throws DelegateException {
        return traced.admit();
      }

      @Override
      public Optional<Identifier> locate() throws DelegateException {
        return traced.locate();
      }

      @Override
      public Access permit(KnownImage image) throws DelegateException {
        known = image;
        return traced.permit(image);
      }

      @Override
      public Description describe(KnownImage image) throws DelegateException {
        known = image;
        return traced.describe(image);
      }

      @Override
      public boolean personal() {
        return traced.personal();
      }
    };
  }
}
