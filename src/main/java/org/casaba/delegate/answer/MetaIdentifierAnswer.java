package org.casaba.delegate.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.Scale;
import org.jspecify.annotations.Nullable;

/** Meta-identifiers, taken apart and put together by a script. */
public final class MetaIdentifierAnswer {
  private static final String ALLOWED = "identifier, page_number, scale_constraint";

  private MetaIdentifierAnswer() {}

  /**
   * What {@code deserialize_meta_identifier} answers.
   *
   * @param answer null if the text is no meta-identifier
   */
  public static Optional<MetaIdentifier> read(@Nullable Object answer)
      throws IllegalAnswerException {
    if (answer == null) {
      return Optional.empty();
    }
    Fields fields = Fields.of(answer, "a map of " + ALLOWED + ", or nothing");
    Optional<String> identifier = fields.text("identifier");
    int page = (int) fields.wholeNumber("page_number", 1, Integer.MAX_VALUE).orElse(1);
    Optional<Object> constraint = fields.any("scale_constraint");
    fields.nothingElse(ALLOWED);
    if (identifier.isEmpty() || identifier.get().isEmpty()) {
      throw new IllegalAnswerException("where there is no identifier");
    }
    Scale scale = constraint.isPresent() ? scale(constraint.get()) : Scale.FULL;
    return Optional.of(new MetaIdentifier(new Identifier(identifier.get()), page, scale));
  }

  private static Scale scale(Object constraint) throws IllegalAnswerException {
    if (constraint instanceof List<?> pair
        && pair.size() == 2
        && pair.get(0) instanceof Long numerator
        && pair.get(1) instanceof Long denominator
        && numerator >= 1
        && denominator >= numerator
        && denominator <= Integer.MAX_VALUE) {
      return new Scale(numerator.intValue(), denominator.intValue());
    }
    throw new IllegalAnswerException("where scale_constraint is no list of two whole numbers");
  }

  /** What {@code serialize_meta_identifier} is given; what says nothing is null. */
  public static Map<String, @Nullable Object> parts(MetaIdentifier image) {
    Scale scale = image.scale();
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    parts.put("identifier", image.identifier().value());
    parts.put("page_number", image.page() == 1 ? null : image.page());
    parts.put(
        "scale_constraint",
        scale.equals(Scale.FULL) ? null : List.of(scale.numerator(), scale.denominator()));
    return parts;
  }

  /** What {@code serialize_meta_identifier} answers. */
  public static String written(@Nullable Object answer) throws IllegalAnswerException {
    return TextAnswer.text(answer, "a meta-identifier as a text");
  }
}
