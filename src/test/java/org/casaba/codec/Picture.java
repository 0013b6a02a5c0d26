package org.casaba.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.casaba.geometry.Rectangle;

/** A whole picture in memory, for comparing. */
public record Picture(int width, int height, PixelLayout layout, byte[] bytes) {

  public Picture {
    if (bytes.length != width * height * layout.bands()) {
      throw new IllegalArgumentException(bytes.length + " bytes");
    }
  }

  /** Pulls all rows and closes them. */
  public static Picture of(PixelRows rows) throws IOException {
    try (rows) {
      byte[] row = new byte[rows.width() * rows.layout().bands() + 1];
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int y = 0; y < rows.height(); y++) {
        rows.next(row);
        all.write(row, 0, row.length - 1);
      }
      return new Picture(rows.width(), rows.height(), rows.layout(), all.toByteArray());
    }
  }

  /** The whole of an image's first level. */
  public static Picture of(Decoder decoder, byte[] file) throws IOException {
    try (DecodedImage image = decoder.open(new BytesContent(file))) {
      return of(image.rows(0, image.facts().storedSize().whole()));
    }
  }

  /** Every byte at random. */
  public static Picture noise(int width, int height, PixelLayout layout, long seed) {
    byte[] bytes = new byte[width * height * layout.bands()];
    new Random(seed).nextBytes(bytes);
    return new Picture(width, height, layout, bytes);
  }

  /** Soft waves of light and colour, as a photograph has them; a quarter of it is transparent. */
  public static Picture waves(int width, int height, PixelLayout layout) {
    int bands = layout.bands();
    byte[] bytes = new byte[width * height * bands];
    for (int i = 0; i < bytes.length; i++) {
      int x = i / bands % width;
      int y = i / bands / width;
      int band = i % bands;
      bytes[i] =
          layout.alpha() && band == bands - 1
              ? (byte) (x < width / 2 && y < height / 2 ? 0 : 255)
              : (byte) (128 + 60 * Math.sin((x + 20 * band) / 17.0) + 60 * Math.cos(y / 11.0));
    }
    return new Picture(width, height, layout, bytes);
  }

  public int sample(int x, int y, int band) {
    return bytes[(y * width + x) * layout.bands() + band] & 0xFF;
  }

  public Picture part(Rectangle region) {
    int bands = layout.bands();
    byte[] part = new byte[region.width() * region.height() * bands];
    int stride = region.width() * bands;
    for (int y = 0; y < region.height(); y++) {
      int from = ((region.y() + y) * width + region.x()) * bands;
      System.arraycopy(bytes, from, part, y * stride, stride);
    }
    return new Picture(region.width(), region.height(), layout, part);
  }

  public PixelRows rows() {
    return new PixelRows() {
      private int y;

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
        return layout;
      }

      @Override
      public void next(byte[] row) {
        Objects.checkIndex(y, height);
        System.arraycopy(bytes, y * width * layout.bands(), row, 0, width * layout.bands());
        y++;
      }

      @Override
      public void close() {}
    };
  }

  /** Mean of the absolute differences of all bytes. */
  public double meanDifference(Picture other) {
    if (other.bytes.length != bytes.length) {
      throw new IllegalArgumentException("sizes differ");
    }
    return IntStream.range(0, bytes.length)
        .map(i -> Math.abs((bytes[i] & 0xFF) - (other.bytes[i] & 0xFF)))
        .average()
        .orElseThrow();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Picture(int w, int h, PixelLayout l, byte[] b)
        && w == width
        && h == height
        && l == layout
        && Arrays.equals(b, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return width + " x " + height + " " + layout + " " + Arrays.hashCode(bytes);
  }
}
