package org.casaba.jpeg;

import java.io.IOException;

/** Passes over all MCUs of a picture in one sequential scan, to index them. Not thread-safe. */
final class McuSkim {
  private final McuLayout layout;
  private final BitReader in;
  private final BlockSkim[] parts;

  /** Of each block of an MCU. */
  private final BlockSkim[] blocks;

  private final RestartCounter restarts;

  /**
   * Makes ready to pass over MCUs.
   *
   * @param input stands at the scan's data
   */
  McuSkim(JpegInput input, JpegHeader header, McuLayout layout) throws IOException {
    ScanStart start = header.firstScan();
    this.layout = layout;
    in = new BitReader(input);
    parts = new BlockSkim[start.scan().parts().size()];
    for (int i = 0; i < parts.length; i++) {
      Scan.Part part = start.scan().parts().get(i);
      parts[i] = new BlockSkim(in, start.tables().dc(part.dc()), start.tables().ac(part.ac()));
    }
    blocks = layout.blocks().stream().map(p -> parts[p.part()]).toArray(BlockSkim[]::new);
    restarts = new RestartCounter(start.restartInterval());
  }

  McuIndex index(McuIndex.Grid grid) throws IOException {
    McuIndex.Builder index = new McuIndex.Builder(grid, parts.length);
    boolean complete = false;
    try {
      for (int row = 0; row < layout.rows(); row++) {
        row(index);
      }
      complete = true;
    } catch (DamagedJpegException e) {
      // what has been found so far is sound
    }
    return index.build(parts.length, complete);
  }

  private void row(McuIndex.Builder index) throws IOException {
    int spacing = index.grid().spacing();
    for (int column = 0; column < layout.columns(); column++) {
      if (restarts.due()) {
        in.restart(restarts.next());
        for (BlockSkim part : parts) {
          part.restart();
        }
      }
      if (column % spacing == 0) {
        add(index);
      }
      for (BlockSkim block : blocks) {
        block.next();
      }
      in.check();
    }
  }

  private void add(McuIndex.Builder index) throws IOException {
    index.add(in.bitPosition());
    for (int i = 0; i < parts.length; i++) {
      index.predictor(i, parts[i].predictor());
    }
  }
}
