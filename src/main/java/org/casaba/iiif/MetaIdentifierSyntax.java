package org.casaba.iiif;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How clients say which page of an image they mean, and how much of its size: {@code
 * identifier;page;numerator:denominator}, where page and fraction may each be left out. A page is 1
 * or more, a fraction more than 0 and at most 1, both in up to nine digits that do not begin with
 * 0. What ends otherwise ends with no such thing: all of it is the identifier.
 *
 * @param delimiter in front of page and fraction; not empty, without digits, slashes and colons
 */
public record MetaIdentifierSyntax(String delimiter) {
  private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern FRACTION = Pattern.compile("([1-9][0-9]{0,8}):([1-9][0-9]{0,8})");
  private static final Pattern AMBIGUOUS = Pattern.compile("[0-9/:]");

  public MetaIdentifierSyntax {
    if (delimiter.isEmpty() || AMBIGUOUS.matcher(delimiter).find()) {
      throw new IllegalArgumentException("no delimiter: " + delimiter);
    }
  }

  /**
   * Reads what a client wrote.
   *
   * @param written percent-decoded, not empty
   */
  public MetaIdentifier parse(String written) {
    String rest = written;
    Optional<Scale> scale = scale(tail(rest));
    if (scale.isPresent()) {
      rest = withoutTail(rest);
    }
    int page = 1;
    String tail = tail(rest);
    if (PAGE.matcher(tail).matches()) {
      page = Integer.parseInt(tail);
      rest = withoutTail(rest);
    }
    return new MetaIdentifier(new Identifier(rest), page, scale.orElse(Scale.FULL));
  }

  /** What {@link #parse} understands as that; as short as can be. */
  public String print(MetaIdentifier image) {
    String identifier = image.identifier().value();
    boolean misleading = !parse(identifier).identifier().equals(image.identifier());
    String page = image.page() > 1 || misleading ? delimiter + image.page() : "";
    String scale = image.scale().equals(Scale.FULL) ? "" : delimiter + image.scale();
    return identifier + page + scale;
  }

  /** What follows the last delimiter, if something precedes it; else nothing. */
  private String tail(String text) {
    int at = text.lastIndexOf(delimiter);
    return at < 1 ? "" : text.substring(at + delimiter.length());
  }

  private String withoutTail(String text) {
    return text.substring(0, text.lastIndexOf(delimiter));
  }

  private static Optional<Scale> scale(String tail) {
    Matcher fraction = FRACTION.matcher(tail);
    if (!fraction.matches()) {
      return Optional.empty();
    }
    int numerator = Integer.parseInt(fraction.group(1));
    int denominator = Integer.parseInt(fraction.group(2));
    return numerator > denominator
        ? Optional.empty()
        : Optional.of(new Scale(numerator, denominator));
  }
}
