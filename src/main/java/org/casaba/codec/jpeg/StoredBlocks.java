package org.casaba.codec.jpeg;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.casaba.jpeg.BlockRange;
import org.casaba.jpeg.CoefficientPlane;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.StoredScans;
import org.casaba.jpeg.UnsupportedJpegException;
import org.jspecify.annotations.Nullable;

/**
 * Blocks whose coefficients are collected from all scans first: progressive pictures, and those
 * with a scan for each component. Everything above the lower edge of the wanted blocks is stored,
 * since a later scan can only be read with what the earlier ones told at hand; but of a component
 * of which one sample a block is wanted, only the DC coefficients.
 */
final class StoredBlocks implements BlockSource {
  /** Bytes of coefficients, most of them in a temporary file: a picture of about 700 megapixels. */
  private static final long MAX_LENGTH = 2L << 30;

  private final JpegBytes bytes;
  private final JpegHeader header;
  private final PartialPicture picture;
  private final long mainMemory;
  private final int[] block = new int[64];
  private @Nullable CoefficientMemory memory;
  private @Nullable StoredScans scans;
  private int mcuRow;

  /**
   * Blocks that are stored once the first of them is asked for.
   *
   * @param mainMemory most bytes to take of main memory
   */
  StoredBlocks(JpegBytes bytes, JpegHeader header, PartialPicture picture, long mainMemory) {
    this.bytes = bytes;
    this.header = header;
    this.picture = picture;
    this.mainMemory = mainMemory;
  }

  @Override
  public void nextMcuRow(List<SamplePlane> planes) throws IOException {
    StoredScans stored = scans == null ? store() : scans;
    for (int i = 0; i < planes.size(); i++) {
      SamplePlane plane = planes.get(i);
      BlockRange wanted = plane.wanted();
      int height = plane.component().blocksInMcu();
      int top = Math.max(mcuRow * height, wanted.top());
      int bottom = Math.min((mcuRow + 1) * height, wanted.bottom());
      for (int row = top; row < bottom; row++) {
        for (int column = wanted.left(); column < wanted.right(); column++) {
          int last = stored.load(i, column, row, block);
          plane.put(column, row, block, last);
        }
      }
    }
    mcuRow++;
  }

  private StoredScans store() throws IOException {
    StoredScans stored = new StoredScans(bytes, header, coefficientPlanes());
    stored.readAll();
    scans = stored;
    return stored;
  }

  private List<CoefficientPlane> coefficientPlanes() throws IOException {
    int count = picture.components().size();
    long[] lengths = new long[count];
    long length = 0;
    for (int i = 0; i < count; i++) {
      lengths[i] = CoefficientPlane.length(columns(i), rows(i), dcOnly(i));
      length += Math.ceilDiv(lengths[i], Long.BYTES) * Long.BYTES;
    }
    if (length > MAX_LENGTH) {
      throw new UnsupportedJpegException("the JPEG is too large for one in several scans");
    }
    memory = new CoefficientMemory(length, mainMemory);
    List<CoefficientPlane> planes = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < count; i++) {
      MemorySegment part = memory.segment().asSlice(start, lengths[i]);
      planes.add(new CoefficientPlane(part, columns(i), rows(i), dcOnly(i)));
      start += Math.ceilDiv(lengths[i], Long.BYTES) * Long.BYTES;
    }
    return planes;
  }

  private int columns(int component) {
    return header.frame().mcuColumns() * header.frame().components().get(component).horizontal();
  }

  private int rows(int component) {
    return picture.mcuRows() * picture.components().get(component).blocksInMcu();
  }

  private boolean dcOnly(int component) {
    return picture.components().get(component).blockSize() == 1;
  }

  @Override
  public void close() {
    if (memory != null) {
      memory.close();
    }
  }
}
