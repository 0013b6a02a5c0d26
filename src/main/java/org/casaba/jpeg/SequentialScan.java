package org.casaba.jpeg;

import java.io.IOException;
import java.util.List;

/**
 * The one scan of a sequential picture, decoded from top to bottom. Only blocks in the wanted parts
 * are handed on; the others are passed over. Not thread-safe.
 */
public final class SequentialScan {
  private final BitReader in;
  private final int columns;
  private final McuLayout.Place[] places;
  private final BlockDecoder[] decoders;
  private final RestartCounter restarts;
  private final BlockRange[] wanted;
  private final int[] block = new int[64];
  private int mcuRow;

  /**
   * Makes ready to read the first scan.
   *
   * @param header of a picture {@linkplain JpegHeader#inOneScan in one scan}
   * @param wanted of each component
   */
  public SequentialScan(JpegBytes bytes, JpegHeader header, List<BlockRange> wanted)
      throws IOException {
    ScanStart start = header.firstScan();
    JpegInput input = bytes.from(start.data());
    in = new BitReader(input);
    McuLayout layout = McuLayout.of(start.scan(), header.frame());
    columns = layout.columns();
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
  }

  /** Decodes the next row of MCUs. */
  public void nextMcuRow(BlockSink sink) throws IOException {
    for (int mcu = 0; mcu < columns; mcu++) {
      if (restarts.due()) {
        in.restart(restarts.next());
        for (BlockDecoder decoder : decoders) {
          decoder.restart();
        }
      }
      for (McuLayout.Place place : places) {
        block(place, mcu, sink);
      }
    }
    mcuRow++;
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
