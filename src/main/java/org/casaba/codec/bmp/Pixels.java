package org.casaba.codec.bmp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.IndexedColors;
import org.casaba.codec.PixelLayout;
import org.casaba.content.Content;
import org.casaba.plan.ImageFacts.Coloring;

/** How stored pixels become pixels of a layout. */
sealed interface Pixels {

  PixelLayout layout();

  Coloring coloring();

  /**
   * Writes pixels {@code from} to {@code from + count} of a stored row to the target's beginning.
   */
  void convert(byte[] stored, int from, int count, byte[] target);

  /** Reads the palette or the masks that follow the header. */
  static Pixels read(BmpHeader header, Content content) throws IOException {
    int infoEnd = BmpHeader.INFO_START + header.infoLength();
    if (header.isIndexed()) {
      return palette(header, new ContentReader(content, infoEnd, ByteOrder.LITTLE_ENDIAN));
    }
    if (header.compression() == BmpHeader.Compression.NONE) {
      return header.depth() == 16
          ? Masked.of(16, 0x7C00, 0x3E0, 0x1F, 0)
          : Masked.of(header.depth(), 0xFF0000, 0xFF00, 0xFF, 0);
    }
    int masksStart = BmpHeader.INFO_START + BmpHeader.V1_LENGTH; // part of longer headers
    ContentReader reader = new ContentReader(content, masksStart, ByteOrder.LITTLE_ENDIAN);
    int red = reader.i32();
    int green = reader.i32();
    int blue = reader.i32();
    boolean alpha = header.infoLength() >= BmpHeader.V1_LENGTH + 16;
    return Masked.of(header.depth(), red, green, blue, alpha ? reader.i32() : 0);
  }

  private static Pixels palette(BmpHeader header, ContentReader reader) throws IOException {
    int entryLength = header.infoLength() == BmpHeader.CORE_LENGTH ? 3 : 4;
    int most = 1 << header.depth();
    int entries = header.colorsUsed() == 0 ? most : Math.min(most, header.colorsUsed());
    long room = Math.max(0, header.pixelStart() - reader.position());
    byte[] table = reader.bytes((int) Math.min((long) entries * entryLength, room));
    byte[] rgb = new byte[table.length / entryLength * 3];
    for (int i = 0; i < rgb.length / 3; i++) {
      for (int band = 0; band < 3; band++) {
        rgb[3 * i + band] = table[entryLength * i + 2 - band];
      }
    }
    int depth = header.isRunLength() ? 8 : header.depth();
    return new Indexed(depth, new IndexedColors(rgb, new byte[0], false));
  }

  /**
   * Indices into a palette.
   *
   * @param depth bits of an index
   */
  record Indexed(int depth, IndexedColors colors) implements Pixels {
    @Override
    public PixelLayout layout() {
      return colors.layout();
    }

    @Override
    public Coloring coloring() {
      return colors.coloring();
    }

    @Override
    public void convert(byte[] stored, int from, int count, byte[] target) {
      for (int i = 0; i < count; i++) {
        int bit = (from + i) * depth;
        int index = (stored[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
        colors.put(index, target, i * layout().bands());
      }
    }
  }

  /** Little-endian numbers in which each band has its place. */
  final class Masked implements Pixels {
    private final int bytes;
    private final PixelLayout layout;
    private final int[] shifts;

    /** Largest value of each band. */
    private final long[] scales;

    private Masked(int depth, int... masks) throws DamagedImageException {
      this.bytes = depth / 8;
      this.layout = masks.length == 4 ? PixelLayout.RGBA : PixelLayout.RGB;
      this.shifts = Arrays.stream(masks).map(Integer::numberOfTrailingZeros).toArray();
      this.scales = new long[masks.length];
      for (int i = 0; i < masks.length; i++) {
        scales[i] = Integer.toUnsignedLong(masks[i]) >> shifts[i];
        if (masks[i] == 0 || (scales[i] & (scales[i] + 1)) != 0) {
          throw new DamagedImageException("The BMP file's colour masks have gaps");
        }
      }
    }

    static Masked of(int depth, int red, int green, int blue, int alpha)
        throws DamagedImageException {
      return alpha == 0
          ? new Masked(depth, red, green, blue)
          : new Masked(depth, red, green, blue, alpha);
    }

    @Override
    public PixelLayout layout() {
      return layout;
    }

    @Override
    public Coloring coloring() {
      return Coloring.COLOR;
    }

    @Override
    public void convert(byte[] stored, int from, int count, byte[] target) {
      int to = 0;
      for (int i = from; i < from + count; i++) {
        long number = 0;
        for (int b = bytes - 1; b >= 0; b--) {
          number = number << 8 | (stored[i * bytes + b] & 0xFF);
        }
        for (int band = 0; band < scales.length; band++) {
          long value = number >> shifts[band] & scales[band];
          target[to++] = (byte) ((value * 255 + scales[band] / 2) / scales[band]);
        }
      }
    }
  }
}
