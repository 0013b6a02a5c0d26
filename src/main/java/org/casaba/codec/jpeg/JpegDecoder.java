package org.casaba.codec.jpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegTables;

/**
 * Reads JPEG files of 8 bits a sample with Huffman coding: sequential and progressive, gray, YCbCr,
 * RGB, CMYK and YCCK. Stateless and thread-safe.
 */
public final class JpegDecoder implements Decoder {
  private static final long MAIN_MEMORY = 64 << 20;

  private final long mainMemory;
  private final JpegLibrary library;

  public JpegDecoder() {
    this(JpegLibrary.NONE);
  }

  /**
   * A decoder that is helped.
   *
   * @param library asked to decode pictures that are not too large
   */
  public JpegDecoder(JpegLibrary library) {
    this(MAIN_MEMORY, library);
  }

  /**
   * A decoder with another bound on memory.
   *
   * @param mainMemory most bytes that one progressive picture being decoded keeps in main memory,
   *     outside the heap; what takes more goes to a temporary file
   */
  JpegDecoder(long mainMemory, JpegLibrary library) {
    this.mainMemory = mainMemory;
    this.library = library;
  }

  @Override
  public boolean recognises(ByteBuffer head) {
    return head.remaining() >= 3
        && head.get(head.position()) == (byte) 0xFF
        && head.get(head.position() + 1) == (byte) 0xD8
        && head.get(head.position() + 2) == (byte) 0xFF;
  }

  @Override
  public DecodedImage open(Content content) throws IOException {
    JpegStream stream = JpegStream.open(JpegBytes.of(content::read), JpegTables.NONE, mainMemory);
    if (stream.components() == 2) {
      throw new UnsupportedImageException("JPEGs of two components are not read");
    }
    return new JpegImage(stream, new FileByLibrary(library, content));
  }
}
