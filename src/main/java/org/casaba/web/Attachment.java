package org.casaba.web;

import java.util.Locale;
import org.casaba.iiif.ImageRequest;

/** The header by which a browser saves a picture instead of showing it (RFC 6266). */
final class Attachment {
  private static final int LONGEST = 100;

  private Attachment() {}

  /**
   * @param asked the file name that the client would like, or nothing
   */
  static String header(String asked, ImageRequest request) {
    String extension = "." + request.format().extension();
    String name = asked.isBlank() ? lastPart(request.identifier().value()) : lastPart(asked);
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._]+", "");
    if (plain.length() > LONGEST) {
      plain = plain.substring(0, LONGEST);
    }
    if (plain.isEmpty()) {
      plain = "image";
    }
    if (!plain.toLowerCase(Locale.ROOT).endsWith(extension)) {
      plain += extension;
    }
    return "attachment; filename=\"" + plain + '"';
  }

  private static String lastPart(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
