package org.casaba.pyramid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.BaselineEncoder;
import org.casaba.jpeg.FileHead;
import org.casaba.jpeg.Sampling;
import org.jspecify.annotations.Nullable;

/** Encodes JPEG streams that are complete in themselves. */
final class JpegCoder implements TileCoder {
  private final Dimensions tile;
  private final Sampling sampling;
  private final int quality;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private @Nullable BaselineEncoder encoder;

  JpegCoder(Dimensions tile, Sampling sampling, int quality) {
    this.tile = tile;
    this.sampling = sampling;
    this.quality = quality;
  }

  @Override
  public void start(int y) throws IOException {
    out.reset();
    encoder = new BaselineEncoder(out, tile, sampling, quality);
    encoder.header(new FileHead(false, List.of(), null));
  }

  @Override
  public void row(byte[] pixels) throws IOException {
    Objects.requireNonNull(encoder).row(pixels);
  }

  @Override
  public byte[] end() throws IOException {
    Objects.requireNonNull(encoder).end();
    encoder = null;
    return BareStream.of(out.toByteArray());
  }
}
