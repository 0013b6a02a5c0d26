package org.casaba.delegate.answer;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.casaba.delegate.Access;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.Scale;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code pre_authorize} and {@code authorize} answer.
 *
 * @param redirectHosts where redirects may lead to beside the request's own host; lower case
 */
public record AccessAnswer(List<String> redirectHosts) {
  private static final String ALLOWED =
      "true, false, or a map of status_code and what belongs to it, or of " + CapsAnswer.ALLOWED;

  public AccessAnswer {
    redirectHosts = List.copyOf(redirectHosts);
  }

  /**
   * What the answer means for this request.
   *
   * @throws IllegalAnswerException if it means nothing
   */
  public Access read(@Nullable Object answer, RequestFacts request) throws IllegalAnswerException {
    if (answer instanceof Boolean allowed) {
      return allowed ? Access.Granted.EVERYTHING : refused(403, null, null);
    }
    Fields fields = Fields.of(answer, ALLOWED);
    OptionalLong status = fields.wholeNumber("status_code", 200, 599);
    if (status.isEmpty()) {
      if (!CapsAnswer.areIn(fields)) {
        throw new IllegalAnswerException("where there is neither status_code nor a cap");
      }
      return granted(fields);
    }
    int code = (int) status.getAsLong();
    if (code < 300) {
      return granted(fields);
    }
    return code < 400 ? elsewhere(code, fields, request) : refused(code, fields);
  }

  private static Access granted(Fields fields) throws IllegalAnswerException {
    Limits caps = CapsAnswer.take(fields);
    fields.nothingElse("only caps go with a permission");
    return new Access.Granted(caps, Alterations.NONE);
  }

  private Access elsewhere(int status, Fields fields, RequestFacts request)
      throws IllegalAnswerException {
    if (status == 300 || (status > 303 && status < 307) || status > 308) {
      throw new IllegalAnswerException("where status_code is none of 301, 302, 303, 307, 308");
    }
    Optional<String> location = fields.line("location");
    OptionalLong numerator = fields.wholeNumber("scale_numerator", 1, Integer.MAX_VALUE);
    OptionalLong denominator = fields.wholeNumber("scale_denominator", 1, Integer.MAX_VALUE);
    fields.nothingElse("a redirect has a location, or scale_numerator and scale_denominator");
    boolean reduced = numerator.isPresent() && denominator.isPresent();
    if (location.isPresent() == reduced || numerator.isPresent() != denominator.isPresent()) {
      throw new IllegalAnswerException(
          "where a redirect has not either location or scale_numerator and scale_denominator");
    }
    if (location.isPresent()) {
      URI uri = new Location(location.get()).from(request.address(), redirectHosts);
      return new Access.Redirected(status, uri);
    }
    if (numerator.getAsLong() > denominator.getAsLong()) {
      throw new IllegalAnswerException("where the scale is more than 1");
    }
    Scale scale = new Scale((int) numerator.getAsLong(), (int) denominator.getAsLong());
    return request.image().scale().isWithin(scale)
        ? Access.Granted.EVERYTHING
        : new Access.Reduced(status, scale);
  }

  private static Access refused(int status, Fields fields) throws IllegalAnswerException {
    Optional<String> message = fields.line("message");
    Optional<String> challenge = status == 401 ? fields.line("challenge") : Optional.empty();
    fields.nothingElse("a refusal has a message, and with 401 a challenge");
    if (challenge.isPresent() && !challenge.get().chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalAnswerException("where challenge has letters that are not in ASCII");
    }
    if (status == 401 && challenge.isEmpty()) {
      throw new IllegalAnswerException("where 401 has no challenge");
    }
    return refused(status, message.orElse(null), challenge.orElse(null));
  }

  private static Access.Refused refused(
      int status, @Nullable String message, @Nullable String challenge) {
    String standard =
        status == 401
            ? "You have to identify yourself to see this image."
            : status < 500
                ? "You are not allowed to see this image."
                : "The rules of access do not give this image now.";
    return new Access.Refused(status, message == null ? standard : message, challenge);
  }
}
