package org.casaba.delegate.script;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.RequestFacts;
import org.casaba.delegate.context.JsonText;
import org.casaba.iiif.Identifier;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.casaba.plan.Overlay;

/** What rules make of a request, in a few words. */
final class Decision {
  private final SampleRequest request;
  private final Inquiry inquiry;
  private final StringBuilder words = new StringBuilder("allowed");

  private Decision(SampleRequest request, Inquiry inquiry) {
    this.request = request;
    this.inquiry = inquiry;
  }

  static String of(Delegate rules, SampleRequest request) throws Exception {
    Inquiry inquiry = rules.inquiry(request.facts());
    String words = new Decision(request, inquiry).words();
    return words + (inquiry.personal() ? " (personal)" : "");
  }

  private String words() throws Exception {
    RequestFacts facts = request.facts();
    if (inquiry.admit() instanceof Access.Withheld withheld) {
      return refusal(withheld, facts);
    }
    Optional<Identifier> file = inquiry.locate();
    if (file.isEmpty()) {
      return "no file";
    }
    if (!file.get().equals(facts.image().identifier())) {
      words.append(", file ").append(file.get().value());
    }
    if (facts.imageRequest().isEmpty()) {
      Inquiry.Description description = inquiry.describe(request.known());
      add(description.caps());
      if (!description.extraKeys().isEmpty()) {
        words.append(", keys ").append(JsonText.of(description.extraKeys()));
      }
      return words.toString();
    }
    return switch (inquiry.permit(request.known())) {
      case Access.Withheld withheld -> refusal(withheld, facts);
      case Access.Granted(Limits caps, Alterations alterations) -> {
        add(caps);
        add(alterations);
        yield words.toString();
      }
    };
  }

  private static String refusal(Access.Withheld withheld, RequestFacts facts) {
    return switch (withheld) {
      case Access.Redirected(int status, URI location) ->
          status + " " + URI.create(facts.address()).resolve(location);
      case Access.Reduced reduced -> reduced.status() + " to " + reduced.scale();
      case Access.Refused refused ->
          refused.status() + refused.challenge().map(c -> " " + c).orElse("");
    };
  }

  private void add(Limits caps) {
    if (caps.maxWidth() != Limits.NO_LIMIT) {
      words.append(", ").append(caps.maxWidth()).append('x').append(caps.maxHeight());
    }
    if (caps.maxArea() != Long.MAX_VALUE) {
      words.append(", area ").append(caps.maxArea());
    }
  }

  private void add(Alterations alterations) {
    if (!alterations.redactions().isEmpty()) {
      words
          .append(", redacted ")
          .append(
              alterations.redactions().stream()
                  .map(r -> r.x() + "," + r.y() + "," + r.width() + "," + r.height())
                  .collect(Collectors.joining(" ")));
    }
    if (alterations.laidOver() instanceof Overlay.Text text) {
      words.append(", overlaid ").append(text.text().replace("\n", " / "));
    }
    alterations.xmp().ifPresent(xmp -> words.append(", metadata ").append(xmp));
  }
}
