package org.casaba.jpeg;

import java.io.IOException;
import java.util.Arrays;

/** Goes through the MCUs of a scan from top to bottom. Not thread-safe. */
final class McuReader {

  /** What is done with a block. */
  @FunctionalInterface
  interface BlockAction {
    /**
     * Reads the next block.
     *
     * @param mcu of the block among those that were asked for, from 0
     * @param block number of the block in its MCU
     * @param decoder of the block's component, in front of the block
     */
    void read(int mcu, int block, BlockDecoder decoder) throws IOException;
  }

  /** Bytes that a row of a tile takes, about. */
  private static final int USUAL_LENGTH = 1 << 12;

  private static final int[] ONES = new int[64];

  static {
    Arrays.fill(ONES, 1);
  }

  private final McuSource source;
  private final BitReader in;
  private final int columns;

  /** Of each block in an MCU. */
  private final BlockDecoder[] decoders;

  /** Of each component. */
  private final BlockDecoder[] components;

  private final int interval;

  /** Number of the MCU in front of which this stands; -1 for nowhere yet. */
  private int next = -1;

  /** Whether nothing has been read since the place was entered: it lies behind a marker. */
  private boolean entered;

  McuReader(McuSource source) throws DamagedJpegException {
    this.source = source;
    in = new BitReader(source.bytes().from(0));
    McuLayout layout = McuLayout.of(source.scan().scan(), source.frame());
    columns = layout.columns();
    interval = source.scan().restartInterval();
    components = new BlockDecoder[source.frame().components().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = new BlockDecoder(in, source.dc(i), source.ac(i), ONES);
    }
    decoders = layout.blocks().stream().map(p -> components[p.part()]).toArray(BlockDecoder[]::new);
  }

  /** What the decoders read from. */
  BitReader bits() {
    return in;
  }

  /** Goes to an MCU, by the nearest place in front of it that is known. */
  void seek(int column, int row) throws IOException {
    int mcu = row * columns + column;
    if (mcu != next) {
      McuStart start = source.entries().before(mcu);
      if (next < 0 || mcu < next || start.mcu() > next) {
        enter(start);
      }
    }
    while (next < mcu) {
      begin();
      for (BlockDecoder decoder : decoders) {
        decoder.skip();
      }
    }
  }

  private void enter(McuStart start) throws IOException {
    next = start.mcu();
    in.seek(start, USUAL_LENGTH);
    entered = true;
    for (int i = 0; i < components.length; i++) {
      components[i].enter(start.predictors().get(i));
    }
  }

  /** Reads that many MCUs, which lie in one row. */
  void read(int count, BlockAction action) throws IOException {
    for (int mcu = 0; mcu < count; mcu++) {
      begin();
      for (int block = 0; block < decoders.length; block++) {
        action.read(mcu, block, decoders[block]);
      }
    }
  }

  /** Counts the next MCU, and reads the restart marker before it if there is one. */
  private void begin() throws IOException {
    if (interval > 0 && next % interval == 0 && !entered) {
      in.restart((next / interval - 1) & 7);
      for (BlockDecoder component : components) {
        component.restart();
      }
    }
    entered = false;
    next++;
  }
}
