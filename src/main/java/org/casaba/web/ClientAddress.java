package org.casaba.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP address of whoever asks. Trusted proxies say for whom they ask ({@code Forwarded}, RFC
 * 7239, or {@code X-Forwarded-For}); the chain of their words is followed from the nearest on, as
 * far as each was told by a trusted one.
 */
public final class ClientAddress {
  private static final Pattern NODE =
      Pattern.compile(
          "\"?(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)|([0-9A-Fa-f:]+:[0-9A-Fa-f:.]*))(?::[0-9]+)?\"?");
  private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*([^;\\s]+)");

  private final TrustedProxies trusted;

  public ClientAddress(WebSettings settings) {
    this.trusted = new TrustedProxies(settings.trustedProxies());
  }

  String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    for (String said : chain(request).reversed()) {
      Matcher node = NODE.matcher(said);
      if (!trusted.contain(address) || !node.matches()) {
        return address;
      }
      address =
          node.group(1) != null
              ? node.group(1)
              : node.group(2) != null ? node.group(2) : node.group(3);
    }
    return address;
  }

  /** What proxies said, the nearest last. */
  private static List<String> chain(HttpServletRequest request) {
    List<String> chain = new ArrayList<>();
    for (String element : elements(request, "Forwarded")) {
      Matcher matcher = FOR.matcher(element);
      if (matcher.find()) {
        chain.add(matcher.group(1));
      }
    }
    return chain.isEmpty() ? elements(request, "X-Forwarded-For") : chain;
  }

  private static List<String> elements(HttpServletRequest request, String header) {
    List<String> elements = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(header))) {
      for (String element : line.split(",", -1)) {
        elements.add(element.strip().toLowerCase(Locale.ROOT));
      }
    }
    return elements;
  }
}
