package org.casaba.codec.jpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.casaba.codec.XmpPacket;

/** The APP1 segments that hold an XMP packet (XMP Specification Part 3, section 1.1.3). */
final class XmpSegments {
  /** Longest packet in one segment, in bytes. */
  private static final int LONGEST_PACKET = 65_502;

  private static final int LONGEST_PART = 65_400;
  private static final byte[] STANDARD = ascii("http://ns.adobe.com/xap/1.0/\0");
  private static final byte[] EXTENDED = ascii("http://ns.adobe.com/xmp/extension/\0");

  /** Attribute or element. */
  private static final Pattern ORIENTATION =
      Pattern.compile("(?<told>tiff:Orientation(?:\\s*=\\s*[\"']|\\s*>\\s*))[2-8]");

  private XmpSegments() {}

  /**
   * What stands between marker and length and the next marker. A packet too long for one segment is
   * cut into parts, and a short one before them says that they follow.
   */
  static List<byte[]> of(XmpPacket packet) {
    byte[] whole = packet.bytes();
    if (whole.length <= LONGEST_PACKET) {
      return List.of(joined(STANDARD, whole));
    }
    byte[] content = packet.content().getBytes(StandardCharsets.UTF_8);
    String digest = md5(content);
    List<byte[]> segments = new ArrayList<>();
    segments.add(joined(STANDARD, XmpPacket.of(reference(digest)).bytes()));
    for (int offset = 0; offset < content.length; offset += LONGEST_PART) {
      int length = Math.min(LONGEST_PART, content.length - offset);
      ByteBuffer part = ByteBuffer.allocate(EXTENDED.length + 40 + length);
      part.put(EXTENDED).put(ascii(digest)).putInt(content.length).putInt(offset);
      segments.add(part.put(content, offset, length).array());
    }
    return segments;
  }

  /** The same segment for a picture that has been laid upright; others are as they were. */
  static byte[] upright(byte[] segment) {
    boolean xmp =
        segment.length >= STANDARD.length
            && Arrays.equals(segment, 0, STANDARD.length, STANDARD, 0, STANDARD.length);
    if (!xmp) {
      return segment;
    }
    String text = new String(segment, StandardCharsets.ISO_8859_1);
    return ORIENTATION.matcher(text).replaceAll("${told}1").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String reference(String digest) {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        + "<rdf:Description rdf:about=\"\" xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\""
        + " xmpNote:HasExtendedXMP=\""
        + digest
        + "\"/></rdf:RDF>";
  }

  private static String md5(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
