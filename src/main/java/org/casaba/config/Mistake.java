package org.casaba.config;

/**
 * Something in the configuration that cannot be. Fit for the log, not for clients: it names paths
 * of the server.
 *
 * @param place where it is written: a line of a file, an environment variable, a system property
 * @param problem what is wrong
 * @param remedy what is allowed, or what may have been meant; empty where nobody can tell
 */
public record Mistake(String place, String problem, String remedy) {

  private static final int LONGEST_QUOTE = 80;

  @Override
  public String toString() {
    return place + ": " + problem + (remedy.isEmpty() ? "" : " (" + remedy + ")");
  }

  /** Somebody else's text within a message: in quotes, cut short, on one line. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            quoted.append(String.format("\\u%04x", c));
          } else {
            quoted.appendCodePoint(c);
          }
        });
    return quoted
        .append(text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "…\"" : "\"")
        .toString();
  }
}
