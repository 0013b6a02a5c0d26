package org.casaba.pyramid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.metadata.MetadataReader;
import org.casaba.codec.metadata.StoredField;
import org.casaba.content.Content;

/** The name of the file that a pyramid was made of, as the pyramid's DocumentName tells it. */
public final class Origin {
  static final int DOCUMENT_NAME = 269;
  static final int DESCRIPTION = 270;
  private static final int ASCII = 2;

  private Origin() {}

  /** What a TIFF file says it was made of; a source's own DocumentName is told alike. */
  public static Optional<String> of(Content content) throws IOException {
    try {
      return MetadataReader.stored(content).picture().stream()
          .filter(f -> f.tag() == DOCUMENT_NAME && f.type() == ASCII)
          .map(f -> new String(f.values(), StandardCharsets.UTF_8).replace("\0", ""))
          .findFirst();
    } catch (DamagedImageException | UnsupportedImageException e) {
      return Optional.empty();
    }
  }

  /** Texts are said to be ASCII; everybody writes UTF-8 where that does not do. */
  static StoredField field(int tag, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] terminated = Arrays.copyOf(bytes, bytes.length + 1);
    return new StoredField(tag, ASCII, terminated.length, terminated);
  }
}
