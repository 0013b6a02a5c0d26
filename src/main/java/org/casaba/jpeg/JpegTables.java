package org.casaba.jpeg;

/**
 * The quantization and Huffman tables that are in force at some place of a JPEG stream (ITU T.81
 * sections B.2.4.1 and B.2.4.2). Immutable.
 */
public final class JpegTables {
  /** No tables at all. */
  public static final JpegTables NONE = new JpegTables(new byte[0]);

  private final byte[] stream;

  private JpegTables(byte[] stream) {
    this.stream = stream;
  }

  /**
   * Reads a stream of tables only, as a TIFF's JPEGTables field holds it: SOI, tables, EOI.
   *
   * @throws DamagedJpegException if it is not one
   */
  public static JpegTables parse(byte[] stream) throws DamagedJpegException {
    if (stream.length < 4 || stream[0] != (byte) 0xFF || stream[1] != (byte) 0xD8) {
      throw new DamagedJpegException("the JPEG tables do not begin with SOI");
    }
    return new JpegTables(stream.clone());
  }

  public byte[] provisionalStream() {
    return stream.clone();
  }
}
