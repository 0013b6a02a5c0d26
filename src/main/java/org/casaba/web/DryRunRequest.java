package org.casaba.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * A request that somebody might send.
 *
 * @param url with or without scheme and host: {@code /iiif/3/x/full/max/0/default.jpg}
 * @param client IP address of whoever asks
 * @param headers by lower-case name
 * @param pretended size of the image, which then need not exist; null to ask for the stored one
 */
public record DryRunRequest(
    String url, String client, Map<String, List<String>> headers, @Nullable Dimensions pretended) {
  private static final Pattern SIZE =
      Pattern.compile("\\s*([0-9]{1,9})\\s*[x×,]\\s*([0-9]{1,9})\\s*");

  /** Where requests come from that name no address of their own. */
  public static final String NOBODY = "192.0.2.1";

  public DryRunRequest {
    headers = Map.copyOf(headers);
  }

  /**
   * Reads what people have written.
   *
   * @param headers {@code Name: value} each
   * @param size {@code WIDTHxHEIGHT}; empty for the stored image's own
   * @throws IllegalArgumentException saying what is wrong
   */
  public static DryRunRequest of(String url, String client, List<String> headers, String size) {
    if (url.isBlank()) {
      throw new IllegalArgumentException("the URL is missing: /iiif/3/x/full/max/0/default.jpg");
    }
    Map<String, List<String>> fields = new TreeMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("a header is written Name: value, not " + header);
      }
      fields
          .computeIfAbsent(
              header.substring(0, colon).strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(header.substring(colon + 1).strip());
    }
    DryRunTarget.requireAddress(url.strip());
    return new DryRunRequest(
        url.strip(), address(client), fields, size.isBlank() ? null : dimensions(size));
  }

  private static String address(String client) {
    String written = client.isBlank() ? NOBODY : client.strip();
    return IpAddress.parse(written)
        .map(IpAddress::text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "an IP address is written 192.0.2.1 or 2001:db8::1, not " + written));
  }

  private static Dimensions dimensions(String text) {
    Matcher size = SIZE.matcher(text);
    if (!size.matches() || size.group(1).matches("0+") || size.group(2).matches("0+")) {
      throw new IllegalArgumentException("a size is written 79508x3082, not " + text);
    }
    return new Dimensions(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
  }

  Optional<Dimensions> size() {
    return Optional.ofNullable(pretended);
  }
}
