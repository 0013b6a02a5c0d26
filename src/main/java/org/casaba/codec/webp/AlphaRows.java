package org.casaba.codec.webp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.webp.lossless.LosslessRows;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/** The opacity of a lossy picture, from the chunk ALPH (RFC 9649, section 2.7.1.2). */
final class AlphaRows {
  private static final int OPAQUE = 255;
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;
  private static final int GRADIENT = 3;

  private final int width;

  /** Where opacities come from: one of the two, or neither if all is opaque. */
  private @Nullable LosslessRows compressed;

  private @Nullable ContentReader uncompressed;

  private int filter;
  private final int[] argb;
  private int[] row;
  private int[] above;
  private boolean first = true;

  private AlphaRows(int width) {
    this.width = width;
    this.argb = new int[width];
    this.row = new int[width];
    this.above = new int[width];
  }

  static AlphaRows of(Content content, WebpFrame.Lossy frame) throws IOException {
    int width = frame.size().width();
    int height = frame.size().height();
    AlphaRows rows = new AlphaRows(width);
    RiffChunk chunk = frame.alphaChunk();
    if (chunk == null) {
      return rows;
    }
    chunk.require(1);
    ContentReader reader = new ContentReader(content, chunk.start(), ByteOrder.LITTLE_ENDIAN);
    int header = reader.u8();
    rows.filter = header >> 2 & 3;
    switch (header & 3) {
      case 0 -> {
        if (chunk.length() - 1 < (long) width * height) {
          throw new DamagedImageException("The WebP file's opacity is cut off");
        }
        rows.uncompressed = reader;
      }
      case 1 -> rows.compressed = new LosslessRows(reader, chunk.length() - 1, width, height);
      default ->
          throw new DamagedImageException("The WebP file's opacity has an impossible header");
    }
    return rows;
  }

  /** Writes the next row's opacities into pixels of four bytes. */
  void next(byte[] rgba) throws IOException {
    decode();
    for (int x = 0; x < width; x++) {
      rgba[4 * x + 3] = (byte) row[x];
    }
  }

  void skip() throws IOException {
    decode();
  }

  private void decode() throws IOException {
    int[] previous = row;
    row = above;
    above = previous;
    if (compressed != null) {
      compressed.next(argb);
      for (int x = 0; x < width; x++) {
        row[x] = argb[x] >> 8 & 0xFF; // opacities are in the green band
      }
      unfilter();
    } else if (uncompressed != null) {
      byte[] bytes = uncompressed.bytes(width);
      for (int x = 0; x < width; x++) {
        row[x] = bytes[x] & 0xFF;
      }
      unfilter();
    } else {
      Arrays.fill(row, OPAQUE);
    }
    first = false;
  }

  private void unfilter() {
    if (filter == 0) {
      return;
    }
    for (int x = 0; x < width; x++) {
      row[x] = (row[x] + prediction(x)) & 0xFF;
    }
  }

  private int prediction(int x) {
    if (first) {
      return x == 0 ? 0 : row[x - 1];
    }
    if (x == 0) {
      return above[0];
    }
    return switch (filter) {
      case HORIZONTAL -> row[x - 1];
      case VERTICAL -> above[x];
      case GRADIENT -> Math.clamp(row[x - 1] + above[x] - above[x - 1], 0, 255);
      default -> 0;
    };
  }
}
