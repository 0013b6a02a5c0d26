package org.casaba.codec.jpeg;

import java.io.IOException;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.JpegTables;
import org.casaba.jpeg.SequentialScan;

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
    PartialPicture picture = PartialPicture.of(header.frame(), scale, region);
    BandConversion conversion = BandConversion.of(transform, header.colorModel(), components());
    try {
      BlockSource source =
          header.inOneScan()
              ? new ScannedBlocks(new SequentialScan(bytes, header, picture.blocks()))
              : new StoredBlocks(bytes, header, picture, mainMemory);
      return new BandDecoder(picture, source, conversion);
    } catch (IOException e) {
      throw Failures.translated(e);
    }
  }
}
