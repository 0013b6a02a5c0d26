package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.List;
import org.casaba.jpeg.SequentialScan;

/** Blocks that are transformed as they are decoded: pictures in one sequential scan. */
final class ScannedBlocks implements BlockSource {
  private final SequentialScan scan;

  ScannedBlocks(SequentialScan scan) {
    this.scan = scan;
  }

  @Override
  public void nextMcuRow(List<SamplePlane> planes) throws IOException {
    scan.nextMcuRow((component, column, row, coefficients, last) ->
        planes.get(component).put(column, row, coefficients, last));
  }

  @Override
  public void close() {
    // nothing is held
  }
}
