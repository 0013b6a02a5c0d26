package org.casaba.render;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;

/**
 * A picture of which is noted how long it takes to pull it. Each row is timed: that of one in many
 * could not be trusted, since decoders make as many rows at a time as a tile or a block has.
 */
record TimedRows(PixelRows rows, Course course, Stage stage) implements PixelRows {

  /** The picture itself, where nobody wants to know. */
  static PixelRows of(PixelRows rows, Course course, Stage stage) {
    return course.isTimed() ? new TimedRows(rows, course, stage) : rows;
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public int height() {
    return rows.height();
  }

  @Override
  public PixelLayout layout() {
    return rows.layout();
  }

  @Override
  public void next(byte[] row) throws IOException {
    Stage before = course.enter(stage);
    rows.next(row);
    course.enter(before);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
