package org.casaba.codec.png;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.casaba.codec.DamagedImageException;
import org.casaba.content.Content;

/** The rows of samples of a PNG file, inflated and with their filters undone (section 9). */
final class Scanlines implements Closeable {
  private static final int INPUT_LENGTH = 16 << 10;

  private final PngHeader header;
  private final Inflater inflater = new Inflater();
  private final InflaterInputStream inflated;

  private int length;
  private byte[] row;
  private byte[] above;

  /**
   * @param firstIdat where the first IDAT chunk begins
   */
  Scanlines(Content content, PngHeader header, long firstIdat) throws IOException {
    this.header = header;
    this.length = header.rowLength(header.width());
    this.row = new byte[length];
    this.above = new byte[length];
    ChunkReader chunks = new ChunkReader(content, firstIdat);
    chunks.next();
    this.inflated = new InflaterInputStream(new IdatStream(chunks), inflater, INPUT_LENGTH);
  }

  /** Goes on with rows of so many pixels, at most the picture's width: a pass of Adam7. */
  void startPass(int width) {
    length = header.rowLength(width);
    Arrays.fill(row, (byte) 0);
  }

  /** The next row's samples; the array is overwritten by the next but one call. */
  byte[] next() throws IOException {
    byte[] previous = row;
    row = above;
    above = previous;
    try {
      int filter = inflated.read();
      int count = inflated.readNBytes(row, 0, length);
      if (filter < 0 || count < length) {
        throw new DamagedImageException("The PNG file has too few rows");
      }
      unfilter(filter);
      return row;
    } catch (ZipException | EOFException e) {
      throw new DamagedImageException("The PNG file's compressed rows are damaged or cut off", e);
    }
  }

  private void unfilter(int filter) throws DamagedImageException {
    int distance = Math.min(header.filterDistance(), length);
    switch (filter) {
      case 0 -> {}
      case 1 -> sub(distance);
      case 2 -> up();
      case 3 -> average(distance);
      case 4 -> paeth(distance);
      default -> throw new DamagedImageException("The PNG file uses an unknown filter");
    }
  }

  private void sub(int distance) {
    for (int i = distance; i < length; i++) {
      row[i] += row[i - distance];
    }
  }

  private void up() {
    for (int i = 0; i < length; i++) {
      row[i] += above[i];
    }
  }

  private void average(int distance) {
    for (int i = 0; i < distance; i++) {
      row[i] += (byte) ((above[i] & 0xFF) >> 1);
    }
    for (int i = distance; i < length; i++) {
      row[i] += (byte) (((row[i - distance] & 0xFF) + (above[i] & 0xFF)) >> 1);
    }
  }

  private void paeth(int distance) {
    for (int i = 0; i < distance; i++) {
      row[i] += above[i];
    }
    for (int i = distance; i < length; i++) {
      int left = row[i - distance] & 0xFF;
      int up = above[i] & 0xFF;
      int upLeft = above[i - distance] & 0xFF;
      row[i] += (byte) Paeth.predict(left, up, upLeft);
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
