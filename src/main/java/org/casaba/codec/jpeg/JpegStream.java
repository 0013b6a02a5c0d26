package org.casaba.codec.jpeg;

import java.io.IOException;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.JpegTables;
import org.casaba.jpeg.McuIndex;
import org.casaba.jpeg.SequentialScan;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG stream whose headers have been read.
 *
 * @param mainMemory most bytes of main memory that the coefficients of a picture in several scans
 *     may take
 */
record JpegStream(JpegBytes bytes, JpegHeader header, long mainMemory) {

  static JpegStream open(JpegBytes bytes, JpegTables tables, long mainMemory) throws IOException {
    try {
      return new JpegStream(bytes, JpegHeader.read(bytes, tables), mainMemory);
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }

  /** Most bytes of main memory that the coefficients take, if the picture is in several scans. */
  long coefficientMemory() {
    long coefficients = header.frame().size().area() * components();
    // Those in a file are mapped, and the system takes that memory back when it is needed.
    return Math.min(mainMemory, Short.BYTES * coefficients);
  }

  int components() {
    return header.frame().components().size();
  }

  /**
   * Starts decoding a part of the picture.
   *
   * @param scale by which the picture is smaller: 1, 2, 4 or 8
   * @param region in pixels of the scaled picture, inside it
   */
  BandRows bands(int scale, Rectangle region, ColorTransform transform) throws IOException {
    return bands(PartialPicture.of(header.frame(), scale, region), transform, null);
  }

  /**
   * Starts decoding a part of the picture.
   *
   * @param index of the picture, which then must be in one scan; null if there is none
   */
  BandRows bands(PartialPicture picture, ColorTransform transform, @Nullable McuIndex index)
      throws IOException {
    BandConversion conversion = BandConversion.of(transform, header.colorModel(), components());
    try {
      BlockSource source =
          header.inOneScan()
              ? new ScannedBlocks(new SequentialScan(bytes, header, picture.blocks(), index))
              : new StoredBlocks(bytes, header, picture, mainMemory);
      return new BandDecoder(picture, source, conversion);
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }
}
