package org.casaba.samples;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Prints a plate: block by block into a pyramid, or at once into a small picture. */
final class Press {
  /** Lays the ground under the ink: opaque pixels, row by row. */
  interface Ground {
    void lay(int[] pixels, int left, int top, int width, int height);
  }

  private final float quality;

  /** JPEG quality from 0 to 1. */
  Press(float quality) {
    this.quality = quality;
  }

  /** Prints everything; half the size is the largest picture that is ever held. */
  void printPyramid(Sheet sheet, Ground ground, Plate plate, Path file) throws IOException {
    try (var pyramid = new Pyramid(file, sheet.width(), sheet.height())) {
      var half = new BufferedImage(pyramid.width(1), pyramid.height(1), BufferedImage.TYPE_INT_RGB);
      int columns = (sheet.width() + Plate.BLOCK - 1) / Plate.BLOCK;
      int rows = (sheet.height() + Plate.BLOCK - 1) / Plate.BLOCK;
      IntStream.range(0, columns * rows)
          .parallel()
          .mapToObj(block -> {
            int column = block % columns;
            int row = block / columns;
            BufferedImage printed = print(sheet, ground, plate, column, row);
            halve(printed, half, column * Plate.BLOCK / 2, row * Plate.BLOCK / 2);
            return tiles(0, printed, column, row);
          })
          .forEachOrdered(tiles -> write(tiles, pyramid));
      writeSmaller(pyramid, half);
    }
  }

  private static BufferedImage print(Sheet sheet, Ground ground, Plate plate, int column, int row) {
    int left = column * Plate.BLOCK;
    int top = row * Plate.BLOCK;
    int width = Math.min(Plate.BLOCK, sheet.width() - left);
    int height = Math.min(Plate.BLOCK, sheet.height() - top);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ground.lay(pixels(image), left, top, width, height);
    Graphics2D graphics = image.createGraphics();
    plate.print(column, row, graphics);
    graphics.dispose();
    return image;
  }

  private void writeSmaller(Pyramid pyramid, BufferedImage half) {
    BufferedImage image = half;
    for (int level = 1; level < pyramid.levels(); level++) {
      BufferedImage current = image;
      int number = level;
      int across = (image.getWidth() + Plate.BLOCK - 1) / Plate.BLOCK;
      int down = (image.getHeight() + Plate.BLOCK - 1) / Plate.BLOCK;
      IntStream.range(0, across * down)
          .parallel()
          .mapToObj(block -> {
            int left = block % across * Plate.BLOCK;
            int top = block / across * Plate.BLOCK;
            BufferedImage part =
                current.getSubimage(
                    left,
                    top,
                    Math.min(Plate.BLOCK, current.getWidth() - left),
                    Math.min(Plate.BLOCK, current.getHeight() - top));
            return tiles(number, part, block % across, block / across);
          })
          .forEachOrdered(tiles -> write(tiles, pyramid));
      if (level + 1 < pyramid.levels()) {
        var next =
            new BufferedImage(
                pyramid.width(level + 1), pyramid.height(level + 1), BufferedImage.TYPE_INT_RGB);
        halve(image, next, 0, 0);
        image = next;
      }
    }
  }

  private List<Pyramid.Tile> tiles(int level, BufferedImage block, int column, int row) {
    int perBlock = Plate.BLOCK / Pyramid.TILE;
    List<Pyramid.Tile> tiles = new ArrayList<>();
    for (int y = 0; y < Pyramid.across(block.getHeight()); y++) {
      for (int x = 0; x < Pyramid.across(block.getWidth()); x++) {
        byte[] jpeg = jpeg(tile(block, x * Pyramid.TILE, y * Pyramid.TILE), quality(level));
        tiles.add(
            new Pyramid.Tile(
                level, column * perBlock + x, row * perBlock + y, Pyramid.JpegTile.of(jpeg)));
      }
    }
    return tiles;
  }

  private static void write(List<Pyramid.Tile> tiles, Pyramid pyramid) {
    try {
      for (Pyramid.Tile tile : tiles) {
        pyramid.append(tile);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /* A full tile; beyond the picture the last column and row are repeated. */
  private static BufferedImage tile(BufferedImage block, int left, int top) {
    int side = Pyramid.TILE;
    var tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    int[] into = pixels(tile);
    int width = Math.min(side, block.getWidth() - left);
    for (int y = 0; y < side; y++) {
      int fromY = Math.min(top + y, block.getHeight() - 1);
      block.getRGB(left, fromY, width, 1, into, y * side, side);
      Arrays.fill(into, y * side + width, (y + 1) * side, into[y * side + width - 1]);
    }
    return tile;
  }

  /* Each pixel the mean of four; a single last row or column counts twice. */
  private static void halve(BufferedImage from, BufferedImage into, int left, int top) {
    int[] fine = pixels(from);
    int[] coarse = pixels(into);
    int width = from.getWidth();
    for (int y = 0; y < from.getHeight(); y += 2) {
      int row = y * width;
      int below = Math.min(y + 1, from.getHeight() - 1) * width;
      int to = (top + y / 2) * into.getWidth() + left;
      for (int x = 0; x < width; x += 2) {
        int beside = Math.min(x + 1, width - 1);
        coarse[to + x / 2] =
            mean(fine[row + x], fine[row + beside], fine[below + x], fine[below + beside]);
      }
    }
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  private static int mean(int a, int b, int c, int d) {
    int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x20002;
    int green = (a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00) + 0x200;
    return redBlue >> 2 & 0xFF00FF | green >> 2 & 0xFF00;
  }

  /* The small levels weigh little and are what is seen first. */
  private float quality(int level) {
    return Math.min(0.85f, quality + 0.12f * Math.max(0, level - 1));
  }

  /** A complete baseline JPEG stream, chroma halved both ways. */
  byte[] jpeg(BufferedImage image) {
    return jpeg(image, quality);
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      var param = new JPEGImageWriteParam(null);
      param.setOptimizeHuffmanTables(true);
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
