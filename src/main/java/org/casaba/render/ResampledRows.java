package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/** A picture with another width, height or both. */
final class ResampledRows implements PixelRows {
  private final PixelRows source;
  private final int width;
  private final int height;
  private final SampleRows passes;
  private final byte[] pixels;
  private final float[] samples;
  private int y;

  /**
   * @param source just the columns and rows that the weights need
   */
  ResampledRows(PixelRows source, Weights horizontal, Weights vertical) {
    this.source = source;
    this.width = horizontal.outputs();
    this.height = vertical.outputs();
    int bands = source.layout().bands();
    this.pixels = new byte[source.width() * bands];
    this.samples = new float[width * bands];
    // The vertical pass is the faster one: it goes where there are more pixels.
    this.passes =
        vertical.axis().scale() >= 1
            ? horizontally(vertically(this::read, vertical, pixels.length), horizontal, bands)
            : vertically(horizontally(this::read, horizontal, bands), vertical, samples.length);
  }

  private static SampleRows horizontally(SampleRows rows, Weights weights, int bands) {
    return weights.axis().isIdentity() ? rows : new HorizontalPass(rows, weights, bands);
  }

  private static SampleRows vertically(SampleRows rows, Weights weights, int length) {
    if (weights.axis().isIdentity()) {
      return rows;
    }
    return weights.axis().scale() >= 1
        ? new VerticalShrink(rows, weights, length)
        : new VerticalEnlargement(rows, weights, length);
  }

  private void read(float[] row) throws IOException {
    source.next(pixels);
    Samples.fromPixels(pixels, source.width(), source.layout(), row);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public PixelLayout layout() {
    return source.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y >= height) {
      throw new IllegalStateException("all " + height + " rows have been read");
    }
    y++;
    passes.next(samples);
    Samples.toPixels(samples, width, source.layout(), row);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
