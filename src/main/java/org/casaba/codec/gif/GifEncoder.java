package org.casaba.codec.gif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.Spool;
import org.casaba.codec.XmpPacket;
import org.casaba.iiif.Format;

/**
 * Writes GIF. Gray is exact, without opacity; colours are exact if there are no more than the
 * palette holds, else the nearest of 256. To count them, coloured pictures are spooled first.
 */
public final class GifEncoder implements Encoder {
  private static final byte[] SIGNATURE = "GIF89a".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] XMP_HEAD =
      "!\377\13XMP DataXMP".getBytes(StandardCharsets.ISO_8859_1);
  private static final int MOST_COLORS = 256;

  @Override
  public Format format() {
    return Format.GIF;
  }

  @Override
  public void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException {
    byte[] xmp = options.xmp().map(GifEncoder::xmp).orElse(new byte[0]);
    switch (rows.layout()) {
      case GRAY -> {
        if (options.bitonal()) {
          write(rows, Palette.grays(2, false), Indexing.bitonal(), xmp, out);
        } else {
          write(rows, Palette.grays(MOST_COLORS, false), Indexing.gray(), xmp, out);
        }
      }
      case GRAY_ALPHA -> {
        Palette palette = Palette.grays(MOST_COLORS - 1, true);
        write(rows, palette, Indexing.grayAlpha(palette), xmp, out);
      }
      case RGB, RGBA -> writeColors(rows, xmp, out);
    }
  }

  /**
   * The application extension with metadata. The text is not cut into blocks: whichever of its
   * bytes is taken for a block's length, the bytes behind it lead to the end (XMP Specification
   * Part 3, section 1.1.2).
   */
  private static byte[] xmp(XmpPacket packet) {
    ByteArrayOutputStream extension = new ByteArrayOutputStream();
    extension.writeBytes(XMP_HEAD);
    extension.writeBytes(packet.bytes());
    extension.write(1);
    for (int i = 255; i >= 0; i--) {
      extension.write(i);
    }
    extension.write(0);
    return extension.toByteArray();
  }

  private static void writeColors(PixelRows rows, byte[] xmp, OutputStream out) throws IOException {
    PixelLayout layout = rows.layout();
    int most = layout.alpha() ? MOST_COLORS - 1 : MOST_COLORS;
    ColorTable table = new ColorTable(most);
    ColorHistogram histogram = new ColorHistogram();
    try (Spool spool = new Spool(rows.width(), rows.height(), layout)) {
      byte[] row = new byte[spool.stride()];
      for (int y = 0; y < rows.height(); y++) {
        rows.next(row);
        spool.put(y, row);
        for (int x = 0; x < rows.width(); x++) {
          int color = Indexing.color(row, x, layout);
          if (color >= 0) {
            table.add(color);
            histogram.add(color);
          }
        }
      }
      if (table.overflown()) {
        Palette palette = new Palette(histogram.palette(most), layout.alpha());
        write(spool.rows(), palette, new Dithering(layout, palette, rows.width()), xmp, out);
      } else {
        Palette palette = new Palette(table.colors(), layout.alpha());
        write(spool.rows(), palette, Indexing.exact(layout, table, palette), xmp, out);
      }
    }
  }

  private static void write(
      PixelRows rows, Palette palette, Indexing indexing, byte[] xmp, OutputStream out)
      throws IOException {
    int bits = palette.bits();
    out.write(SIGNATURE);
    writeSize(rows, out); // logical screen descriptor, section 18
    out.write(0x80 | (bits - 1) << 4 | (bits - 1));
    out.write(0);
    out.write(0);
    out.write(palette.table());
    out.write(xmp);
    if (palette.transparentIndex() != Palette.NONE) {
      // Graphic control extension, section 23.
      out.write(new byte[] {0x21, (byte) 0xF9, 4, 1, 0, 0, (byte) palette.transparentIndex(), 0});
    }
    out.write(new byte[] {0x2C, 0, 0, 0, 0}); // image descriptor, section 20
    writeSize(rows, out);
    out.write(0);
    writeIndices(rows, indexing, new LzwWriter(out, Math.max(2, bits)));
    out.write(0x3B); // trailer, section 27
  }

  private static void writeSize(PixelRows rows, OutputStream out) throws IOException {
    out.write(rows.width());
    out.write(rows.width() >> 8);
    out.write(rows.height());
    out.write(rows.height() >> 8);
  }

  private static void writeIndices(PixelRows rows, Indexing indexing, LzwWriter writer)
      throws IOException {
    byte[] row = new byte[rows.width() * rows.layout().bands()];
    byte[] indices = new byte[rows.width()];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      indexing.apply(row, indices);
      writer.write(indices, indices.length);
    }
    writer.finish();
  }
}
