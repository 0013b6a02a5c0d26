package org.casaba.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.iiif.Format;
import org.jspecify.annotations.Nullable;

/** Writes nothing, but keeps the picture and how it was to be written. */
final class KeepingEncoder implements Encoder {
  private final Format format;
  private @Nullable Picture picture;
  private @Nullable PixelLayout layout;
  private @Nullable EncodeOptions options;

  KeepingEncoder(Format format) {
    this.format = format;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public void encode(PixelRows rows, EncodeOptions how, OutputStream out) throws IOException {
    layout = rows.layout();
    options = how;
    picture = Picture.of(rows);
  }

  Picture picture() {
    return Objects.requireNonNull(picture);
  }

  PixelLayout layout() {
    return Objects.requireNonNull(layout);
  }

  EncodeOptions options() {
    return Objects.requireNonNull(options);
  }
}
