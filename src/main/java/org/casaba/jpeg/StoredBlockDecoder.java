package org.casaba.jpeg;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** Decodes what one scan tells of the blocks of one component. */
sealed interface StoredBlockDecoder
    permits DcFirst, DcRefinement, AcFirst, AcRefinement, WholeBlocks {

  /**
   * Decodes the next block's part and adds it to what is stored of the block.
   *
   * @param offset where in the memory the block begins
   */
  void decode(MemorySegment memory, long offset) throws IOException;

  /** Forgets what is carried from block to block. */
  void restart();
}
