package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.JpegPart;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.Frame;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.JpegTables;
import org.casaba.jpeg.McuSource;
import org.casaba.jpeg.StreamCopy;
import org.casaba.jpeg.UnsupportedJpegException;

/**
 * A stored stream, held in memory, of which files can be made without decoding it to pixels: a tile
 * of a TIFF. Immutable; the array is not copied and must not change.
 */
public final class StoredStream {
  private final byte[] stream;
  private final JpegTables tables;
  private final JpegHeader header;

  private StoredStream(byte[] stream, JpegTables tables, JpegHeader header) {
    this.stream = stream;
    this.tables = tables;
    this.header = header;
  }

  /**
   * Reads the headers of a stream.
   *
   * @param tables in force before the stream
   * @return empty if its blocks cannot be had one by one, as in progressive streams
   * @throws org.casaba.codec.DamagedImageException if the headers are wrong
   */
  public static Optional<StoredStream> open(byte[] stream, JpegTables tables) throws IOException {
    try {
      JpegHeader header = JpegHeader.read(JpegBytes.of(stream), tables);
      return McuSource.suits(header)
          ? Optional.of(new StoredStream(stream, tables, header))
          : Optional.empty();
    } catch (UnsupportedJpegException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }

  public Dimensions size() {
    return header.frame().size();
  }

  public int components() {
    return header.frame().components().size();
  }

  /** Size of an MCU in pixels. */
  public Dimensions mcu() {
    Frame frame = header.frame();
    return new Dimensions(8 * frame.maxHorizontal(), 8 * frame.maxVertical());
  }

  /** The blocks. */
  public McuSource mcus() {
    return McuSource.of(JpegBytes.of(stream), header);
  }

  /**
   * The whole stream as a file.
   *
   * @param rgb whether three components are red, green and blue, and not YCbCr
   * @return empty if that takes more than copying
   */
  public Optional<JpegPart> copy(boolean rgb) throws IOException {
    try {
      return StreamCopy.of(stream, header, tables)
          .map(copy -> new StoredPart(JpegPart.Way.COPY, components(), rgb, copy::write));
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }
}
