package org.casaba.render;

import java.io.IOException;
import java.util.Arrays;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.Spool;
import org.casaba.geometry.Dimensions;

/**
 * A rotated picture on a transparent canvas.
 *
 * <p>For the middle of each pixel of the canvas the place in the picture is computed that it was
 * rotated from, and the colour there is interpolated from the 4 x 4 pixels around it; beyond its
 * border the picture is taken to go on as its last pixels. Opacity falls from full to none over the
 * width of one pixel, half inside the picture's border and half outside.
 *
 * <p>The canvas is drawn in bands of {@value #BLOCK} rows, and a band in blocks as wide: the part
 * of the picture that a block shows is small, is fetched from the spool once, and stays in the
 * processor's cache.
 */
final class RotatedRows implements PixelRows {
  private static final int BLOCK = 32;

  private final SpooledPicture spooled;
  private final boolean opaque;
  private final int pictureWidth;
  private final int pictureHeight;
  private final Dimensions canvas;
  private final PixelLayout layout;
  private final double cos;
  private final double sin;
  private final Patch patch;
  private final float[] samples;
  private final byte[] pixels;
  private final byte[] band;
  private int y;

  /**
   * @param degrees clockwise
   */
  RotatedRows(PixelRows source, double degrees, Dimensions canvas) {
    this.spooled = new SpooledPicture(source);
    this.opaque = !source.layout().alpha();
    this.pictureWidth = source.width();
    this.pictureHeight = source.height();
    this.canvas = canvas;
    this.layout =
        switch (source.layout()) {
          case GRAY, GRAY_ALPHA -> PixelLayout.GRAY_ALPHA;
          case RGB, RGBA -> PixelLayout.RGBA;
        };
    this.cos = Math.cos(Math.toRadians(degrees));
    this.sin = Math.sin(Math.toRadians(degrees));
    // The block's diagonal, a neighbour before, two after, and one for the fractions at either end.
    this.patch = new Patch((int) Math.ceil(BLOCK * Math.sqrt(2)) + 5, source.layout());
    this.samples = new float[BLOCK * layout.bands()];
    this.pixels = new byte[BLOCK * layout.bands()];
    this.band = new byte[BLOCK * canvas.width() * layout.bands()];
  }

  @Override
  public int width() {
    return canvas.width();
  }

  @Override
  public int height() {
    return canvas.height();
  }

  @Override
  public PixelLayout layout() {
    return layout;
  }

  @Override
  public void next(byte[] row) throws IOException {
    if (y >= height()) {
      throw new IllegalStateException("all " + height() + " rows have been read");
    }
    Spool picture = spooled.pixels();
    if (y % BLOCK == 0) {
      Arrays.fill(band, (byte) 0);
      for (int x = 0; x < width(); x += BLOCK) {
        drawBlock(picture, x);
      }
    }
    int rowBytes = width() * layout.bands();
    System.arraycopy(band, y % BLOCK * rowBytes, row, 0, rowBytes);
    y++;
  }

  /** Draws the block of the band from row {@link #y} on that begins at column {@code x}. */
  private void drawBlock(Spool picture, int x) {
    double dx = x + 0.5 - canvas.width() / 2.0;
    double dy = y + 0.5 - canvas.height() / 2.0;
    double px = cos * dx + sin * dy + pictureWidth / 2.0 - 0.5;
    double py = cos * dy - sin * dx + pictureHeight / 2.0 - 0.5;
    int last = BLOCK - 1;
    double minX = px + last * (Math.min(0, cos) + Math.min(0, sin));
    double maxX = px + last * (Math.max(0, cos) + Math.max(0, sin));
    double minY = py + last * (Math.min(0, cos) + Math.min(0, -sin));
    double maxY = py + last * (Math.max(0, cos) + Math.max(0, -sin));
    if (maxX <= -1 || minX >= pictureWidth || maxY <= -1 || minY >= pictureHeight) {
      return;
    }
    int left = (int) Math.floor(minX) - 1;
    int top = (int) Math.floor(minY) - 1;
    patch.load(picture, left, top);
    int columns = Math.min(BLOCK, width() - x);
    int rowBytes = width() * layout.bands();
    for (int j = 0; j < BLOCK; j++) {
      drawRow(px + j * sin, py + j * cos, left, top);
      Samples.toPixels(samples, columns, layout, pixels);
      int at = j * rowBytes + x * layout.bands();
      System.arraycopy(pixels, 0, band, at, columns * layout.bands());
    }
  }

  /** Computes the samples of one row of a block, whose first pixel is the picture's at px, py. */
  private void drawRow(double px, double py, int left, int top) {
    int bands = layout.bands();
    float beforeX = -1 - left;
    float beforeY = -1 - top;
    float behindX = pictureWidth - left;
    float behindY = pictureHeight - top;
    for (int i = 0, at = 0; i < BLOCK; i++, at += bands) {
      float x = (float) (px - left + i * cos);
      float y = (float) (py - top - i * sin);
      float coverage = coverage(x, beforeX, behindX) * coverage(y, beforeY, behindY);
      if (coverage <= 0) {
        Arrays.fill(samples, at, at + bands, 0);
        continue;
      }
      patch.interpolate(x, y, samples, at);
      if (opaque) {
        samples[at + bands - 1] = 255;
      }
      if (coverage < 1) {
        for (int b = at; b < at + bands; b++) {
          samples[b] *= coverage;
        }
      }
    }
  }

  /** How much of a pixel's width the picture covers, which begins and ends half covered. */
  private static float coverage(float at, float before, float behind) {
    float inside = at - before < behind - at ? at - before : behind - at;
    return inside < 0 ? 0 : inside > 1 ? 1 : inside;
  }

  @Override
  public void close() throws IOException {
    spooled.close();
  }
}
