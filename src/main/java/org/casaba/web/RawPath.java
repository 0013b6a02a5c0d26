package org.casaba.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.RequestParser;

/**
 * What a path below {@code /iiif/2/} or {@code /iiif/3/} addresses. The path is split at its raw
 * slashes, from the right, and each segment is percent-decoded exactly once: so an identifier may
 * hold encoded and plain slashes alike.
 */
sealed interface RawPath {

  /** What may not be written back as it is, beside blanks and what is not ASCII. */
  String UNFIT = "\"<>\\^`{|}[]#?";

  /** The identifier as the client wrote it, percent-encoded, fit to be written back. */
  String rawIdentifier();

  /** {@code {identifier}}: the image itself, which redirects to its information. */
  record Bare(String rawIdentifier) implements RawPath {}

  /** {@code {identifier}/info.json}. */
  record Information(String rawIdentifier) implements RawPath {}

  /** {@code {identifier}/{region}/{size}/{rotation}/{quality}.{format}}. */
  record Image(String rawIdentifier, ImageParameters parameters) implements RawPath {}

  /**
   * Takes a path apart.
   *
   * @param path as in the request line, percent-encoded, what follows {@code /iiif/3/}
   * @throws IllegalRequestException if there is no identifier or the encoding is broken
   */
  static RawPath parse(String path) throws IllegalRequestException {
    List<String> segments = new ArrayList<>(Arrays.asList(path.split("/", -1)));
    if (segments.size() > 1 && segments.getLast().isEmpty()) {
      segments.removeLast();
    }
    int n = segments.size();
    if (n >= 2 && segments.getLast().equals("info.json")) {
      return new Information(identifier(segments.subList(0, n - 1)));
    }
    if (n >= 5) {
      ImageParameters parameters =
          new ImageParameters(
              decode(segments.get(n - 4)),
              decode(segments.get(n - 3)),
              decode(segments.get(n - 2)),
              decode(segments.get(n - 1)));
      if (RequestParser.looksLikeParameters(parameters)) {
        return new Image(identifier(segments.subList(0, n - 4)), parameters);
      }
    }
    return new Bare(identifier(segments));
  }

  /**
   * The characters that {@code %XX} stands for.
   *
   * @throws IllegalRequestException if a percent sign is not followed by two hexadecimal digits, or
   *     the bytes are not UTF-8
   */
  static String decode(String segment) throws IllegalRequestException {
    if (isPlain(segment, "%")) {
      return segment;
    }
    ByteBuffer bytes = ByteBuffer.allocate(segment.length() * 3);
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c != '%') {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      if (i + 2 >= segment.length()
          || !HexFormat.isHexDigit(segment.charAt(i + 1))
          || !HexFormat.isHexDigit(segment.charAt(i + 2))) {
        throw new IllegalRequestException(
            "path", "a percent sign is followed by two hexadecimal digits");
      }
      bytes.put((byte) HexFormat.fromHexDigits(segment, i + 1, i + 3));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(bytes.flip())
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalRequestException("path", "percent-encoded characters are UTF-8");
    }
  }

  /** Whether there is nothing but visible ASCII, and none of these. */
  private static boolean isPlain(String text, String others) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= 0x20 || c >= 0x7f || others.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static String identifier(List<String> segments) throws IllegalRequestException {
    String joined = segments.size() == 1 ? segments.getFirst() : String.join("/", segments);
    if (!joined.isEmpty() && isPlain(joined, UNFIT)) {
      return joined;
    }
    StringBuilder written = new StringBuilder(64);
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      if (c > 0x20 && c < 0x7f && UNFIT.indexOf(c) < 0) {
        written.append(c);
      } else {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          written.append('%').append(String.format("%02X", b));
        }
      }
    }
    if (written.isEmpty()) {
      throw new IllegalRequestException("identifier", "there is none in this address");
    }
    return written.toString();
  }
}
