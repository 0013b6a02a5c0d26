package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.BlockRange;

/**
 * Decodes a part of a picture MCU row by MCU row, as far as the rows that are pulled need it. Not
 * thread-safe.
 */
final class BandDecoder implements BandRows {
  private final PartialPicture picture;
  private final BlockSource source;
  private final BandConversion conversion;
  private final List<SamplePlane> planes = new ArrayList<>();
  private final ComponentRow[] rows;
  private int mcuRows;
  private int next;

  /**
   * A decoder that has not begun.
   *
   * @param source closed with this
   */
  BandDecoder(PartialPicture picture, BlockSource source, BandConversion conversion) {
    this.picture = picture;
    this.source = source;
    this.conversion = conversion;
    List<BlockRange> wanted = picture.blocks();
    rows = new ComponentRow[wanted.size()];
    for (int i = 0; i < rows.length; i++) {
      SamplePlane plane = new SamplePlane(picture.components().get(i), wanted.get(i));
      planes.add(plane);
      rows[i] = new ComponentRow(plane, picture.region());
    }
  }

  @Override
  public int width() {
    return picture.region().width();
  }

  @Override
  public int height() {
    return picture.region().height();
  }

  @Override
  public int bands() {
    return rows.length;
  }

  @Override
  public void next(byte[] row) throws IOException {
    Rectangle region = picture.region();
    if (next == region.height()) {
      throw new IllegalStateException("all rows have been pulled");
    }
    int y = region.y() + next;
    try {
      for (int needed = picture.mcuRowsFor(y); mcuRows < needed; mcuRows++) {
        planes.forEach(SamplePlane::slide);
        source.nextMcuRow(planes);
      }
    } catch (IOException e) {
      throw Failures.translated(e);
    }
    for (ComponentRow component : rows) {
      component.prepare(y);
    }
    conversion.convert(rows, row, region.width());
    next++;
  }

  @Override
  public void close() {
    source.close();
  }
}
