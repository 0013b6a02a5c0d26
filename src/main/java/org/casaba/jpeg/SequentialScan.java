package org.casaba.jpeg;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one scan of a sequential picture, decoded from top to bottom. Only blocks in the wanted parts
 * are handed on; the others are passed over, or not even read where an index tells how to get
 * around them. Not thread-safe.
 */
public final class SequentialScan {
  private final BitReader in;
  private final McuLayout layout;
  private final McuLayout.Place[] places;
  private final BlockDecoder[] decoders;
  private final RestartCounter restarts;
  private final BlockRange[] wanted;
  private final @Nullable McuIndex index;
  private final int[] block = new int[64];

  /** The MCUs to be read. */
  private final BlockRange mcus;

  private int mcuRow;

  /** Number of the MCU that comes next in the data. */
  private int next;

  /** Reads the first scan from its beginning on. */
  public SequentialScan(JpegBytes bytes, JpegHeader header, List<BlockRange> wanted)
      throws IOException {
    this(bytes, header, wanted, null);
  }

  /**
   * Makes ready to read the first scan.
   *
   * @param header of a picture {@linkplain JpegHeader#inOneScan in one scan}
   * @param wanted of each component
   * @param index of that picture; null if there is none
   */
  public SequentialScan(
      JpegBytes bytes, JpegHeader header, List<BlockRange> wanted, @Nullable McuIndex index)
      throws IOException {
    ScanStart start = header.firstScan();
    in = new BitReader(bytes.from(start.data()));
    layout = McuLayout.of(start.scan(), header.frame());
    places = layout.blocks().toArray(McuLayout.Place[]::new);
    restarts = new RestartCounter(start.restartInterval());
    decoders = new BlockDecoder[start.scan().parts().size()];
    for (int i = 0; i < decoders.length; i++) {
      Scan.Part part = start.scan().parts().get(i);
      int quantization = header.frame().components().get(part.component()).quantization();
      decoders[i] =
          new BlockDecoder(
              in,
              start.tables().dc(part.dc()),
              start.tables().ac(part.ac()),
              start.tables().quantization(quantization));
    }
    this.wanted = wanted.toArray(BlockRange[]::new);
    this.index = index;
    mcus = index == null ? layout.all() : layout.mcus(wanted);
  }

  /** Decodes the next row of MCUs. */
  public void nextMcuRow(BlockSink sink) throws IOException {
    if (mcuRow >= mcus.top() && mcuRow < mcus.bottom()) {
      int row = mcuRow * layout.columns();
      goTo(row + mcus.left(), row + mcus.right());
      for (int mcu = mcus.left(); mcu < mcus.right(); mcu++) {
        passRestart();
        for (McuLayout.Place place : places) {
          block(place, mcu, sink);
        }
      }
    }
    mcuRow++;
  }

  /**
   * Gets to an MCU, from the place before it or from where the last row has ended.
   *
   * @param end number of the MCU behind the last that will be read from there
   */
  private void goTo(int mcu, int end) throws IOException {
    if (index == null) {
      return;
    }
    McuStart place = index.before(mcu);
    if (next > mcu || place.mcu() > next) {
      in.seek(place, index.length(place.mcu(), end));
      restarts.moveTo(place.mcu());
      for (int i = 0; i < decoders.length; i++) {
        decoders[i].enter(place.predictors().get(i));
      }
      next = place.mcu();
    }
    while (next < mcu) {
      passRestart();
      for (McuLayout.Place skipped : places) {
        decoders[skipped.part()].skip();
      }
    }
  }

  /** Counts the MCU that will be read next, and reads the restart marker before it. */
  private void passRestart() throws IOException {
    next++;
    if (restarts.due()) {
      in.restart(restarts.next());
      for (BlockDecoder decoder : decoders) {
        decoder.restart();
      }
    }
  }

  private void block(McuLayout.Place place, int mcu, BlockSink sink) throws IOException {
    BlockDecoder decoder = decoders[place.part()];
    BlockRange range = wanted[place.component()];
    int column = mcu * place.horizontal() + place.column();
    int row = mcuRow * place.vertical() + place.row();
    if (!range.contains(column, row)) {
      decoder.skip();
      return;
    }
    int last = range.dcOnly() ? decoder.decodeDc(block) : decoder.decode(block);
    sink.accept(place.component(), column, row, block, last);
  }
}
