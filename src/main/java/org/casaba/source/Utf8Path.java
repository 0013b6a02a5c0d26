package org.casaba.source;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths whose names are written in UTF-8. {@link Path#of(String, String...)} writes names in the
 * encoding of the process's locale: a server started without one, as many are, could not name a
 * file with an umlaut. A {@code file} URI carries bytes and is read alike everywhere. ASCII is the
 * same in all encodings.
 */
final class Utf8Path {
  private Utf8Path() {}

  /**
   * The path that a text names.
   *
   * @throws InvalidPathException if no path can have that name
   */
  static Path of(String text) {
    if (File.separatorChar != '/' || text.isEmpty()) {
      return Path.of(text);
    }
    if (text.indexOf('\0') >= 0) {
      throw new InvalidPathException(text, "NUL in a name", text.indexOf('\0'));
    }
    if (text.chars().allMatch(c -> c < 0x80)) {
      return Path.of(text);
    }
    Path absolute = Path.of(URI.create("file:///" + percentEncoded(text)));
    return text.startsWith("/") ? absolute : absolute.subpath(0, absolute.getNameCount());
  }

  private static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/' || b == '.' || b == '-' || b == '_' || (b > 0 && Character.isLetterOrDigit(b))) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(String.format("%02X", b));
      }
    }
    return encoded.toString();
  }
}
