package org.casaba.codec.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.StoredFile;
import org.casaba.jpeg.StoredFile.Kind;

/**
 * A JPEG file as it is stored, but for its metadata.
 *
 * @param file complete
 * @param upright whether its EXIF block, if any, lets it lie as it is shown
 */
record WholeFile(JpegBytes bytes, StoredFile file, boolean upright) implements JpegPart {

  @Override
  public Way way() {
    return Way.COPY;
  }

  @Override
  public void writeTo(EncodeOptions options, OutputStream out) throws IOException {
    Set<Kind> kept = EnumSet.noneOf(Kind.class);
    if (options.keepMetadata()) {
      kept.add(Kind.METADATA);
      if (options.xmp().isEmpty()) {
        kept.add(Kind.XMP);
      }
      // Else it would turn a picture that has been turned back.
      if (upright) {
        kept.add(Kind.EXIF);
      }
    }
    List<byte[]> xmp = options.xmp().map(XmpSegments::of).orElse(List.of());
    try {
      file.write(bytes, kept, xmp, options.iccProfile().orElse(null), out);
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }
}
