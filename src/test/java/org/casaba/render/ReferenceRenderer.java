package org.casaba.render;

import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Window;
import org.casaba.iiif.Quality;

/**
 * What an answer should look like, computed plainly: from the definitions, the whole picture in
 * memory, in doubles, without rounding between the operations, and without any code of the product.
 * Slow; for small pictures.
 */
public final class ReferenceRenderer {

  /** How neighbours are weighed: the kernel at a distance, and how far it reaches. */
  public enum Kernel {
    BOX(0.5),
    TRIANGLE(1),
    CATMULL_ROM(2),
    LANCZOS3(3);

    private final double radius;

    Kernel(double radius) {
      this.radius = radius;
    }

    double at(double x) {
      double d = Math.abs(x);
      return switch (this) {
        // Of two neighbours at just half a pixel's distance the earlier counts.
        case BOX -> x >= -0.5 - 1e-9 && x < 0.5 - 1e-9 ? 1 : 0;
        case TRIANGLE -> d < 1 ? 1 - d : 0;
        case CATMULL_ROM ->
            d < 1
                ? 1.5 * d * d * d - 2.5 * d * d + 1
                : d < 2 ? -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0;
        case LANCZOS3 -> d < 3 ? sinc(d) * sinc(d / 3) : 0;
      };
    }

    private static double sinc(double x) {
      return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
  }

  private ReferenceRenderer() {}

  /**
   * The answer to an image request, with Catmull-Rom; corners are transparent.
   *
   * @param source upright
   * @param region in pixels of the source
   * @param rotation degrees clockwise, 0 to 360
   */
  public static Picture render(
      Picture source,
      Window region,
      Dimensions size,
      boolean mirror,
      double rotation,
      Quality quality) {
    return render(source, region, size, mirror, rotation, quality, Kernel.CATMULL_ROM);
  }

  public static Picture render(
      Picture source,
      Window region,
      Dimensions size,
      boolean mirror,
      double rotation,
      Quality quality,
      Kernel kernel) {
    double[][][] pixels = resampled(premultiplied(source), region, size, kernel);
    if (mirror) {
      pixels = mirrored(pixels);
    }
    if (rotation % 360 != 0) {
      pixels = rotated(pixels, rotation);
    }
    return recolored(pixels, quality);
  }

  /** The same picture on an opaque background, 0xRRGGBB. */
  public static Picture flattened(Picture picture, int background) {
    int[] argb = new int[picture.argb().length];
    for (int i = 0; i < argb.length; i++) {
      double alpha = (picture.argb()[i] >>> 24) / 255.0;
      int rgb = 0;
      for (int shift = 0; shift < 24; shift += 8) {
        int above = picture.argb()[i] >>> shift & 0xff;
        int below = background >>> shift & 0xff;
        rgb |= (int) Math.round(above * alpha + below * (1 - alpha)) << shift;
      }
      argb[i] = 0xff << 24 | rgb;
    }
    return new Picture(picture.width(), picture.height(), argb);
  }

  /** Size of the smallest canvas that holds a rotated picture, to the nearest pixel. */
  public static Dimensions canvas(Dimensions size, double degrees) {
    double cos = Math.abs(cos(degrees));
    double sin = Math.abs(sin(degrees));
    return new Dimensions(
        (int) Math.max(1, Math.round(size.width() * cos + size.height() * sin)),
        (int) Math.max(1, Math.round(size.width() * sin + size.height() * cos)));
  }

  private static double[][][] premultiplied(Picture picture) {
    double[][][] pixels = new double[picture.height()][picture.width()][4];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double alpha = picture.sample(x, y, 3);
        for (int band = 0; band < 3; band++) {
          pixels[y][x][band] = picture.sample(x, y, band) * alpha / 255;
        }
        pixels[y][x][3] = alpha;
      }
    }
    return pixels;
  }

  private static double[][][] resampled(
      double[][][] source, Window region, Dimensions size, Kernel kernel) {
    double[][] across = weights(region.x(), region.width(), source[0].length, size.width(), kernel);
    double[][] down = weights(region.y(), region.height(), source.length, size.height(), kernel);
    double[][][] result = new double[size.height()][size.width()][4];
    for (int y = 0; y < size.height(); y++) {
      double[][] row = new double[source[0].length][4];
      for (int s = 0; s < source.length; s++) {
        add(row, source[s], down[y][s]);
      }
      for (int x = 0; x < size.width(); x++) {
        for (int s = 0; s < row.length; s++) {
          if (across[x][s] != 0) {
            for (int band = 0; band < 4; band++) {
              result[y][x][band] += across[x][s] * row[s][band];
            }
          }
        }
        clamp(result[y][x]);
      }
    }
    return result;
  }

  private static void add(double[][] sum, double[][] row, double weight) {
    if (weight != 0) {
      for (int x = 0; x < row.length; x++) {
        for (int band = 0; band < 4; band++) {
          sum[x][band] += weight * row[x][band];
        }
      }
    }
  }

  /**
   * For each output pixel the weight of every source pixel; those beyond the border are its last.
   */
  private static double[][] weights(
      double start, double length, int sources, int outputs, Kernel kernel) {
    double scale = length / outputs;
    double stretch = Math.max(1, scale);
    int reach = (int) Math.ceil(kernel.radius * stretch) + 1;
    double[][] weights = new double[outputs][sources];
    for (int i = 0; i < outputs; i++) {
      double centre = start + (i + 0.5) * scale;
      double sum = 0;
      for (int s = (int) Math.floor(centre) - reach; s <= centre + reach; s++) {
        double weight = kernel.at((s + 0.5 - centre) / stretch);
        weights[i][Math.max(0, Math.min(sources - 1, s))] += weight;
        sum += weight;
      }
      for (int s = 0; s < sources; s++) {
        weights[i][s] /= sum;
      }
    }
    return weights;
  }

  private static double[][][] mirrored(double[][][] source) {
    double[][][] result = new double[source.length][source[0].length][];
    for (int y = 0; y < source.length; y++) {
      for (int x = 0; x < source[0].length; x++) {
        result[y][x] = source[y][source[0].length - 1 - x];
      }
    }
    return result;
  }

  private static double[][][] rotated(double[][][] source, double degrees) {
    int width = source[0].length;
    int height = source.length;
    Dimensions canvas = canvas(new Dimensions(width, height), degrees);
    double[][][] result = new double[canvas.height()][canvas.width()][4];
    for (int y = 0; y < canvas.height(); y++) {
      for (int x = 0; x < canvas.width(); x++) {
        double dx = x + 0.5 - canvas.width() / 2.0;
        double dy = y + 0.5 - canvas.height() / 2.0;
        double px = dx * cos(degrees) + dy * sin(degrees) + width / 2.0 - 0.5;
        double py = dy * cos(degrees) - dx * sin(degrees) + height / 2.0 - 0.5;
        double covered = covered(px, width) * covered(py, height);
        if (covered > 0) {
          result[y][x] = interpolated(source, px, py, covered);
        }
      }
    }
    return result;
  }

  /**
   * One inside the picture, none outside, and in between half a pixel before and after its border.
   */
  private static double covered(double at, int length) {
    return Math.max(0, Math.min(1, Math.min(at + 1, length - at)));
  }

  private static double[] interpolated(double[][][] source, double px, double py, double covered) {
    double[] pixel = new double[4];
    for (int y = (int) Math.floor(py) - 1; y <= Math.floor(py) + 2; y++) {
      for (int x = (int) Math.floor(px) - 1; x <= Math.floor(px) + 2; x++) {
        double weight = Kernel.CATMULL_ROM.at(px - x) * Kernel.CATMULL_ROM.at(py - y);
        double[] row =
            source[Math.clamp(y, 0, source.length - 1)][Math.clamp(x, 0, source[0].length - 1)];
        for (int band = 0; band < 4; band++) {
          pixel[band] += weight * row[band] * covered;
        }
      }
    }
    clamp(pixel);
    return pixel;
  }

  /** Brings colours and opacity between nothing and all, where negative weights have led beyond. */
  private static void clamp(double[] pixel) {
    double alpha = Math.max(0, Math.min(255, pixel[3]));
    for (int band = 0; band < 3; band++) {
      double color = alpha == 0 ? 0 : pixel[band] / pixel[3];
      pixel[band] = Math.max(0, Math.min(1, color)) * alpha;
    }
    pixel[3] = alpha;
  }

  private static Picture recolored(double[][][] pixels, Quality quality) {
    int width = pixels[0].length;
    int[] argb = new int[width * pixels.length];
    for (int i = 0; i < argb.length; i++) {
      double[] pixel = pixels[i / width][i % width];
      double unmultiply = pixel[3] == 0 ? 0 : 255 / pixel[3];
      double blue = pixel[0] * unmultiply;
      double green = pixel[1] * unmultiply;
      double red = pixel[2] * unmultiply;
      double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
      argb[i] =
          switch (quality) {
            case DEFAULT, COLOR -> packed(pixel[3], red, green, blue);
            case GRAY -> packed(pixel[3], luma, luma, luma);
            case BITONAL -> {
              double level = Math.round(luma) < 128 ? 0 : 255;
              yield packed(Math.round(pixel[3]) < 128 ? 0 : 255, level, level, level);
            }
          };
    }
    return new Picture(width, pixels.length, argb);
  }

  private static int packed(double alpha, double red, double green, double blue) {
    return (int) Math.round(alpha) << 24
        | (int) Math.round(red) << 16
        | (int) Math.round(green) << 8
        | (int) Math.round(blue);
  }

  private static double cos(double degrees) {
    return degrees % 90 == 0
        ? new int[] {1, 0, -1, 0}[(int) degrees / 90 % 4]
        : radiansCos(degrees);
  }

  private static double sin(double degrees) {
    return degrees % 90 == 0
        ? new int[] {0, 1, 0, -1}[(int) degrees / 90 % 4]
        : radiansSin(degrees);
  }

  private static double radiansCos(double degrees) {
    return Math.cos(degrees * Math.PI / 180);
  }

  private static double radiansSin(double degrees) {
    return Math.sin(degrees * Math.PI / 180);
  }
}
