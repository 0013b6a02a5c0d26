package org.casaba.codec.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casaba.codec.DamagedImageException;

/** A block of metadata as ImageMagick puts it into a text of a PNG file: in hexadecimal. */
final class RawProfile {
  private static final String KEYWORD = "Raw profile type ";
  private static final Pattern FORM =
      Pattern.compile("\\s*\\S+\\s+([0-9]{1,7})\\s([0-9A-Fa-f\\s]*)");
  private static final int PHOTOSHOP_BLOCK = 0x3842494D;
  private static final int EXIF_PREFIX = 0x45786966;

  private RawProfile() {}

  /** Whether a text of that keyword is one. */
  static boolean isOne(String keyword) {
    return keyword.startsWith(KEYWORD);
  }

  /** Takes what it holds, if that is of a known kind. */
  static void find(String keyword, String text, Findings findings) throws IOException {
    String kind = keyword.substring(KEYWORD.length()).toLowerCase(Locale.ROOT);
    switch (kind) {
      case "exif", "app1" -> {
        byte[] block = bytes(text);
        if (block.length > 4 && ByteBuffer.wrap(block).getInt(0) == EXIF_PREFIX) {
          findings.exif(block);
        }
      }
      case "iptc", "8bim" -> {
        byte[] block = bytes(text);
        if (block.length > 4 && ByteBuffer.wrap(block).getInt(0) == PHOTOSHOP_BLOCK) {
          PhotoshopBlocks.find(new BlockContent(block), 0, block.length, findings);
        } else {
          findings.iptc(block);
        }
      }
      case "xmp" -> findings.xmp(bytes(text));
      default -> {}
    }
  }

  private static byte[] bytes(String text) throws DamagedImageException {
    Matcher form = FORM.matcher(text);
    String digits = form.matches() ? form.group(2).replaceAll("\\s", "") : "";
    if (digits.isEmpty() || digits.length() != 2 * Integer.parseInt(form.group(1))) {
      throw new DamagedImageException("A profile of the PNG file is damaged");
    }
    return HexFormat.of().parseHex(digits);
  }
}
