package org.casaba.codec.jpeg;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.DamagedJpegException;
import org.casaba.jpeg.JpegTables;

/**
 * One JPEG stream held in memory, complete or abbreviated: a tile or strip of a TIFF. Opening reads
 * the headers only. Immutable and thread-safe; the stream's array is not copied and must not change.
 */
public final class JpegTile {
  private final Raster raster;
  private final ColorTransform transform;

  private JpegTile(Raster raster, ColorTransform transform) {
    this.raster = raster;
    this.transform = transform;
  }

  /**
   * Reads the content of a TIFF's JPEGTables field, once for all its tiles.
   *
   * @throws DamagedImageException if it is not a stream of tables
   */
  public static JpegTables tables(byte[] jpegTables) throws DamagedImageException {
    try {
      return JpegTables.parse(jpegTables);
    } catch (DamagedJpegException e) {
      throw new DamagedImageException("the JPEG tables of the tiles are damaged", e);
    }
  }

  /**
   * Reads the headers of a stream.
   *
   * @param tables in force before the stream, which may bring tables of its own
   * @throws DamagedImageException if the headers are wrong
   * @throws UnsupportedImageException if the stream is of a kind that is not read here
   */
  public static JpegTile open(byte[] stream, JpegTables tables, ColorTransform transform)
      throws IOException {
    byte[] t = tables.provisionalStream();
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    if (t.length > 0) {
      joined.write(t, 0, t.length - 2);
      joined.write(stream, 2, stream.length - 2);
    } else {
      joined.write(stream);
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    reader.setInput(
        ImageIO.createImageInputStream(new ByteArrayInputStream(joined.toByteArray())));
    return new JpegTile(reader.readRaster(0, null), transform);
  }

  /** Pixels of all rows of {@code region}, of a stream of 1 (gray) or 3 (RGB) bands. */
  public static PixelRows rows(
      byte[] stream, JpegTables tables, ColorTransform transform, Rectangle region)
      throws IOException {
    return open(stream, tables, transform).rows(region);
  }

  /** Size in pixels as the stream says; a TIFF's own may differ. */
  public Dimensions size() {
    return new Dimensions(raster.getWidth(), raster.getHeight());
  }

  /** Components of the stream, 1 to 4: bytes per pixel of {@link #bands(Rectangle)}. */
  public int bands() {
    return raster.getNumBands();
  }

  /**
   * Starts decoding a part, one band as gray and three as RGB.
   *
   * @param region inside {@link #size}
   * @throws UnsupportedImageException if there are 2 or 4 bands
   */
  public PixelRows rows(Rectangle region) throws IOException {
    PixelLayout layout =
        switch (bands()) {
          case 1 -> PixelLayout.GRAY;
          case 3 -> PixelLayout.RGB;
          default ->
              throw new UnsupportedImageException("a JPEG tile of " + bands() + " bands is no RGB");
        };
    BandRows bands = bands(region);
    return new PixelRows() {
      @Override
      public int width() {
        return bands.width();
      }

      @Override
      public int height() {
        return bands.height();
      }

      @Override
      public PixelLayout layout() {
        return layout;
      }

      @Override
      public void next(byte[] row) throws IOException {
        bands.next(row);
      }

      @Override
      public void close() throws IOException {
        bands.close();
      }
    };
  }

  /**
   * Starts decoding a part into its bands: the way to CMYK.
   *
   * @param region inside {@link #size}
   */
  public BandRows bands(Rectangle region) throws IOException {
    boolean ycc = transform != ColorTransform.NONE && bands() == 3;
    return new BandRows() {
      private int y;

      @Override
      public int width() {
        return region.width();
      }

      @Override
      public int height() {
        return region.height();
      }

      @Override
      public int bands() {
        return JpegTile.this.bands();
      }

      @Override
      public void next(byte[] row) {
        if (y == region.height()) {
          throw new IllegalStateException("no more rows");
        }
        int[] s = raster.getPixels(region.x(), region.y() + y++, region.width(), 1, (int[]) null);
        for (int i = 0; i < s.length; i++) {
          row[i] = (byte) s[i];
        }
        if (ycc) {
          for (int i = 0; i < s.length; i += 3) {
            double cb = s[i + 1] - 128;
            double cr = s[i + 2] - 128;
            row[i] = clamp(s[i] + 1.402 * cr);
            row[i + 1] = clamp(s[i] - 0.344136 * cb - 0.714136 * cr);
            row[i + 2] = clamp(s[i] + 1.772 * cb);
          }
        }
      }

      private static byte clamp(double v) {
        return (byte) Math.clamp(Math.round(v), 0, 255);
      }

      @Override
      public void close() {}
    };
  }
}
