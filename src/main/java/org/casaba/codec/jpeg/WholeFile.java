package org.casaba.codec.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.jpeg.FileEdition;
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
  public Optional<Whole> whole(EncodeOptions options) {
    FileEdition edition = edition(options);
    return Optional.of(new Whole(edition.length(), edition.verbatim()));
  }

  @Override
  public void writeTo(EncodeOptions options, OutputStream out) throws IOException {
    try {
      edition(options).writeTo(bytes, out);
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }

  private FileEdition edition(EncodeOptions options) {
    Set<Kind> kept = EnumSet.noneOf(Kind.class);
    List<byte[]> app1 = new ArrayList<>();
    if (options.keepMetadata()) {
      kept.add(Kind.METADATA);
      if (upright) {
        kept.add(Kind.EXIF);
        kept.addAll(options.xmp().isEmpty() ? Set.of(Kind.XMP) : Set.of());
      } else {
        // Its own would turn a picture that has been turned back.
        app1.addAll(options.carried());
      }
    }
    options.xmp().map(XmpSegments::of).ifPresent(app1::addAll);
    return new FileEdition(file, kept, app1, options.iccProfile().orElse(null));
  }
}
