package org.casaba.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of what is shown: values of keys whose names say so, or that refer to something
 * whose name says so; these same values wherever else they stand; and credentials in URIs. Rather
 * masks too much.
 */
final class Masking {
  static final String MASK = "••••••";

  /** Anywhere in a name, or a word of it. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?iu).*(password|passwd|passphrase|secret|token|credential|key|hmac"
              + "|kennwort|passwort|geheim|schl(ue|ü)ssel|mot.?de.?passe|contrase[nñ]a).*"
              + "|(.*[^a-z])?(pass|pwd|pw|auth|salt|pin|private|cookie|session|bearer|signature|clave)"
              + "([^a-z].*)?");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  /** {@code user:secret@}, after a scheme or bare; up to the last {@code @}, to be sure. */
  private static final Pattern USER_INFO =
      Pattern.compile("((?:[A-Za-z][A-Za-z0-9+.-]*:)?//)?\\S*[:/]\\S*@");

  private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;]([^=&;\\s]*)=)([^&;#\\s]+)");

  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)\\b(Bearer|Basic|Digest) +\\S+");

  /** Shorter ones are found by chance in words that have nothing to do with them. */
  private static final int SHORTEST_SECRET = 4;

  private final List<String> secrets;

  /**
   * @param values of keys that {@link #isSecret}; what contains one of them is masked there
   */
  Masking(Collection<String> values) {
    secrets = new ArrayList<>(values);
    secrets.removeIf(each -> each.length() < SHORTEST_SECRET);
    secrets.sort((a, b) -> Integer.compare(b.length(), a.length()));
  }

  /** Whether what is written for a key is a secret, by its name or by that to which it refers. */
  static boolean isSecret(String key, String written) {
    Matcher references = REFERENCE.matcher(written);
    boolean secret = SECRET_NAME.matcher(key).matches();
    while (references.find()) {
      secret |= SECRET_NAME.matcher(references.group(1)).matches();
    }
    return secret;
  }

  /**
   * What is written for a key, for the log: references may be read, but nothing else of a secret.
   */
  static String written(String key, String written) {
    boolean refers = written.isEmpty() || written.matches("\\$\\{[A-Za-z0-9_.:]*}");
    return isSecret(key, written) && !refers ? MASK : written;
  }

  /** A value that is no secret itself, without those in it. */
  String masked(String value) {
    String masked = value;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    masked = USER_INFO.matcher(masked).replaceAll(m -> either(m.group(1)) + MASK + "@");
    masked = AUTHORIZATION.matcher(masked).replaceAll(m -> m.group(1) + " " + MASK);
    return PARAMETER
        .matcher(masked)
        .replaceAll(m ->
            Matcher.quoteReplacement(isSecret(m.group(2), "") ? m.group(1) + MASK : m.group()));
  }

  private static String either(@Nullable String scheme) {
    return scheme == null ? "" : scheme;
  }
}
