package org.casaba.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
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
  private String context = "{}";
  private @Nullable Inquiry inquiry;
  private @Nullable String failure;

  Witness(TracedDelegate delegate) {
    this.delegate = delegate;
  }

  /** Whether another caller may get another answer, as far as has been asked. */
  boolean personal() {
    return inquiry != null && inquiry.personal();
  }

  /** Why the rules have not answered; nothing if they have. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** A question to the rules. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws DelegateException;
  }

  private <T> T noting(Question<T> question) throws DelegateException {
    try {
      return question.ask();
    } catch (DelegateException e) {
      failure = String.valueOf(e.getMessage());
      throw e;
    }
  }

  /** In the order in which they were asked. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** What the rules saw at last, as JSON with a key a line. */
  String context() {
    try {
      return new ObjectMapper().readTree(context).toPrettyString();
    } catch (JacksonException e) {
      return context;
    }
  }

  @Override
  public Inquiry inquiry(RequestFacts facts) {
    Inquiry traced = delegate.inquiry(facts, asked::add);
    context = delegate.context(facts, null);
    inquiry = traced;
    return new Inquiry() {
      @Override
      public Access admit() throws DelegateException {
        return noting(traced::admit);
      }

      @Override
      public Optional<Identifier> locate() throws DelegateException {
        return noting(traced::locate);
      }

      @Override
      public Access permit(KnownImage image) throws DelegateException {
        context = seen(facts, image);
        return noting(() -> traced.permit(image));
      }

      @Override
      public Description describe(KnownImage image) throws DelegateException {
        context = seen(facts, image);
        return noting(() -> traced.describe(image));
      }

      @Override
      public boolean personal() {
        return traced.personal();
      }
    };
  }

  /** While the image is open: what it has embedded is part of what rules see. */
  private String seen(RequestFacts facts, KnownImage image) {
    try {
      return delegate.context(facts, image);
    } catch (UncheckedIOException e) {
      KnownImage bare =
          new KnownImage(
              image.fullSize(),
              image.pageCount(),
              image.result(),
              () -> KnownImage.Embedded.NOTHING);
      return delegate.context(facts, bare);
    }
  }
}
