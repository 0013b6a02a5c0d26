package org.casaba.delegate.host;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A script's HTTP request.
 *
 * @param body null for GET
 * @param timeout for all of it, from looking up the host to the last byte of the answer
 */
record Question(URI uri, Map<String, String> headers, @Nullable String body, Duration timeout) {
  private static final int LONGEST_URL = 8000;
  private static final int LONGEST_BODY = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t -~]*");
  private static final Set<String> OPTIONS = Set.of("headers", "timeout");

  /** What holds a message together is not for scripts. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /**
   * Time for a question.
   *
   * @param usual if the script does not say
   * @param longest whatever the script says
   */
  record Patience(Duration usual, Duration longest) {
    Patience {
      usual = usual.compareTo(longest) < 0 ? usual : longest;
    }
  }

  /** {@code url, options}. */
  static Question get(Arguments arguments, Patience patience) throws CallException {
    return of(uri(arguments), null, arguments, 1, patience);
  }

  /** {@code url, body, options}. */
  static Question post(Arguments arguments, Patience patience) throws CallException {
    String body = arguments.text(1, "body", LONGEST_BODY);
    return of(uri(arguments), body, arguments, 2, patience);
  }

  private static Question of(
      URI uri, @Nullable String body, Arguments arguments, int options, Patience patience)
      throws CallException {
    Value value = arguments.get(options).orElse(null);
    Map<?, ?> given = value == null ? Map.of() : map(PlainCopy.of(value), "options");
    for (Object option : given.keySet()) {
      if (!OPTIONS.contains(option)) {
        throw new CallException("has no option " + LogObject.oneLine(option.toString()));
      }
    }
    Object seconds = given.get("timeout");
    return new Question(
        uri,
        headers(given.get("headers")),
        body,
        seconds == null ? patience.usual() : Seconds.of(seconds, "timeout", patience.longest()));
  }

  private static URI uri(Arguments arguments) throws CallException {
    String text = arguments.text(0, "URL", LONGEST_URL);
    try {
      URI uri = URI.create(new URI(text).toASCIIString());
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || Destinations.isSecure(uri);
      if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getPort() <= 65535) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // The message would quote what may be secret.
    }
    throw new CallException(
        "needs an absolute http or https URL, everything unusual in it percent-encoded, and no"
            + " user name");
  }

  private static Map<?, ?> map(@Nullable Object plain, String name) throws CallException {
    if (plain instanceof Map<?, ?> map) {
      return map;
    }
    throw new CallException("needs a map of " + name);
  }

  /** Without those that are null: what the caller did not send is not sent on. */
  private static Map<String, String> headers(@Nullable Object plain) throws CallException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<?, ?> each : (plain == null ? Map.of() : map(plain, "headers")).entrySet()) {
      if (each.getValue() != null) {
        headers.put(name(each.getKey().toString()), value(each.getValue(), each.getKey()));
      }
    }
    return headers;
  }

  private static String name(String name) throws CallException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches() || OURS.contains(lower) || lower.startsWith("proxy-")) {
      throw new CallException("may not send a header called " + LogObject.oneLine(name));
    }
    return name;
  }

  private static String value(Object value, Object name) throws CallException {
    String text = value.toString();
    if (value instanceof Map || value instanceof Iterable || !VALUE.matcher(text).matches()) {
      throw new CallException("needs a line of ASCII as the header " + name);
    }
    return text;
  }
}
