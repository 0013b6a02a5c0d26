package org.casaba.codec;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Metadata in RDF that can be embedded in files of any format (XMP Specification Part 1, section
 * 7.3). Not looked into.
 *
 * @param content from the start of {@code x:xmpmeta} or {@code rdf:RDF} to its end
 */
public record XmpPacket(String content) {
  private static final Pattern WRAPPER = Pattern.compile("^\ufeff|<\\?(xpacket|xml)\\b[^>]*\\?>");
  private static final String HEAD =
      "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
  private static final String TAIL = "\n<?xpacket end=\"r\"?>";

  /** What people write: RDF, with or without wrappers. */
  public static XmpPacket of(String text) {
    String content = WRAPPER.matcher(text).replaceAll("").strip();
    return new XmpPacket(
        content.startsWith("<rdf:RDF")
            ? "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" + content + "</x:xmpmeta>"
            : content);
  }

  /** The packet with its wrapper, in UTF-8. */
  public byte[] bytes() {
    return (HEAD + content + TAIL).getBytes(StandardCharsets.UTF_8);
  }
}
