package org.casaba.web;

import java.nio.charset.StandardCharsets;
import org.casaba.iiif.IllegalRequestException;

/**
 * How a client writes identifiers in addresses.
 *
 * @param raw an identifier as the client wrote it, percent-encoded
 * @param slashSubstitute what stands for a slash; empty for nothing
 */
record IdentifierSpelling(String raw, String slashSubstitute) {

  /** What may stand in a segment of a path as it is (RFC 3986 section 3.3), beside letters. */
  private static final String PLAIN = "0123456789-._~!$&'()*+,;=:@";

  /** The identifier that is meant. */
  String read() throws IllegalRequestException {
    String decoded = RawPath.decode(raw);
    return slashSubstitute.isEmpty() ? decoded : decoded.replace(slashSubstitute, "/");
  }

  /** Another identifier, percent-encoded, with its slashes as this client writes them. */
  IdentifierSpelling write(String identifier) throws IllegalRequestException {
    IdentifierSpelling written = new IdentifierSpelling(encoded(identifier), slashSubstitute);
    return written.read().equals(identifier)
        ? written
        : new IdentifierSpelling(encoded(identifier, "%2F"), slashSubstitute);
  }

  private String encoded(String identifier) {
    if (raw.contains("/")) {
      return encoded(identifier, "/");
    }
    boolean encodedSlash = raw.contains("%2F") || raw.contains("%2f");
    return encoded(
        identifier,
        encodedSlash || slashSubstitute.isEmpty() ? "%2F" : encoded(slashSubstitute, "%2F"));
  }

  private static String encoded(String text, String slash) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
      if (b == '/') {
        encoded.append(slash);
      } else if (letter || (b > 0 && PLAIN.indexOf(b) >= 0)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(String.format("%02X", b));
      }
    }
    return encoded.toString();
  }
}
