package org.casaba.codec.jpeg;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where the blocks of a picture come from, one MCU row after another. */
sealed interface BlockSource extends Closeable permits ScannedBlocks, StoredBlocks {

  /** Puts the wanted blocks of the next MCU row into the planes, which have been moved there. */
  void nextMcuRow(List<SamplePlane> planes) throws IOException;

  @Override
  void close();
}
