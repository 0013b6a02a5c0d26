package org.casaba.codec.webp.lossless;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;

/** The rows of a picture from the top. Not thread-safe. */
public final class LosslessRows {
  private static final int PREDICTOR = 0;
  private static final int COLOR = 1;
  private static final int SUBTRACT_GREEN = 2;

  private final EntropyCodedRows coded;

  /** In the order in which they are undone. */
  private final List<Transform> transforms = new ArrayList<>();

  /**
   * Reads the transforms and codes, from where the reader stands: after the header.
   *
   * @param length bytes from there on
   */
  public LosslessRows(ContentReader reader, long length, int width, int height) throws IOException {
    BitReader bits = new BitReader(reader, length);
    int codedWidth = width;
    int seen = 0;
    while (bits.flag()) {
      int type = bits.read(2);
      if ((seen >> type & 1) == 1) {
        throw new DamagedImageException("The WebP file has a transform twice");
      }
      seen |= 1 << type;
      if (type == PREDICTOR || type == COLOR) {
        transforms.addFirst(blockwise(type, bits, codedWidth, height));
      } else if (type == SUBTRACT_GREEN) {
        transforms.addFirst(new SubtractGreenTransform());
      } else {
        ColorIndexingTransform indexing = ColorIndexingTransform.read(bits);
        transforms.addFirst(indexing);
        codedWidth = indexing.packedWidth(codedWidth);
      }
    }
    this.coded = new EntropyCodedRows(bits, codedWidth, height, true);
  }

  private static Transform blockwise(int type, BitReader bits, int width, int height)
      throws IOException {
    int blockBits = 2 + bits.read(3);
    int across = Math.ceilDiv(width, 1 << blockBits);
    int down = Math.ceilDiv(height, 1 << blockBits);
    int[] blocks = EntropyCodedRows.subresolution(bits, across, down);
    return type == PREDICTOR
        ? new PredictorTransform(blockBits, across, blocks, width)
        : new ColorTransform(blockBits, across, blocks, width);
  }

  /**
   * Writes the next row.
   *
   * @param row as long as the picture is wide
   */
  public void next(int[] row) throws IOException {
    coded.next(row);
    for (Transform transform : transforms) {
      transform.undo(row);
    }
  }
}
