package org.casaba.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;

/**
 * A whole small picture in memory, to compare with.
 *
 * @param argb row by row, 0xAARRGGBB, not premultiplied
 */
public record Picture(int width, int height, int[] argb) {
  public Picture {
    if (argb.length != width * height) {
      throw new IllegalArgumentException(argb.length + " pixels, not " + width + " x " + height);
    }
  }

  public static Picture of(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    return new Picture(w, h, image.getRGB(0, 0, w, h, null, 0, w));
  }

  /** Pulls all rows; does not close them. */
  public static Picture of(PixelRows rows) throws IOException {
    int w = rows.width();
    int bands = rows.layout().bands();
    int colors = rows.layout().alpha() ? bands - 1 : bands;
    int[] argb = new int[w * rows.height()];
    byte[] row = new byte[w * bands];
    for (int i = 0; i < argb.length; i++) {
      if (i % w == 0) {
        rows.next(row);
      }
      int at = i % w * bands;
      int alpha = rows.layout().alpha() ? row[at + colors] & 0xff : 255;
      int red = row[at] & 0xff;
      int green = row[at + colors / 2] & 0xff;
      int blue = row[at + colors - 1] & 0xff;
      argb[i] = alpha << 24 | red << 16 | green << 8 | blue;
    }
    return new Picture(w, rows.height(), argb);
  }

  /** Gradients, hard edges and noise; opaque, or of any opacity if the layout has alpha. */
  public static Picture random(long seed, int width, int height, PixelLayout layout) {
    Random random = new Random(seed);
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int smooth = (int) (127 + 80 * Math.sin(x / 5.0) + 47 * Math.cos(y / 7.0));
        int edge = (x / 9 + y / 11) % 2 * 255;
        int noise = random.nextInt(256);
        int rgb =
            layout.bands() >= 3 ? smooth << 16 | edge << 8 | noise : (smooth + noise) / 2 * 0x10101;
        int hard = (x / 13 + y / 6) % 3 * 127;
        argb[y * width + x] = (layout.alpha() ? hard : 255) << 24 | rgb;
      }
    }
    return new Picture(width, height, argb);
  }

  public static Picture filled(int width, int height, int argb) {
    int[] pixels = new int[width * height];
    java.util.Arrays.fill(pixels, argb);
    return new Picture(width, height, pixels);
  }

  public Dimensions size() {
    return new Dimensions(width, height);
  }

  public int at(int x, int y) {
    return argb[y * width + x];
  }

  /** 0 blue, 1 green, 2 red, 3 alpha. */
  public int sample(int x, int y, int band) {
    return at(x, y) >>> 8 * band & 0xff;
  }

  public Picture part(Rectangle r) {
    int[] pixels = new int[r.width() * r.height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = at(r.x() + i % r.width(), r.y() + i / r.width());
    }
    return new Picture(r.width(), r.height(), pixels);
  }

  /** As rows to be pulled; gray layouts take the blue band. */
  PictureRows rows(PixelLayout layout) {
    return new PictureRows(this, layout, null);
  }

  /**
   * The largest difference of a band between two pictures of one size, colours multiplied by
   * opacity as they are seen, in levels of 255.
   */
  public double distance(Picture other) {
    if (!size().equals(other.size())) {
      throw new AssertionError(size() + " is not " + other.size());
    }
    double largest = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < 4; band++) {
          double here = seen(x, y, band);
          largest = Math.max(largest, Math.abs(here - other.seen(x, y, band)));
        }
      }
    }
    return largest;
  }

  private double seen(int x, int y, int band) {
    return band == 3 ? sample(x, y, 3) : sample(x, y, band) * sample(x, y, 3) / 255.0;
  }
}
