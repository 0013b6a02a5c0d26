package org.casaba.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the scan of a picture whose blocks come from streams as they are. */
final class CopiedScan {
  private final Mosaic mosaic;
  private final HuffmanChoice huffman;
  private final BitWriter out;
  private final McuLayout layout;

  /** Of each component, and of each block in an MCU. */
  private final CoefficientEncoder[] components;

  private final CoefficientEncoder[] encoders;

  /** DC coefficients of the blocks of the row of MCUs that is being written, or was last. */
  private final int[] row;

  CopiedScan(Mosaic mosaic, Frame frame, HuffmanChoice huffman, BitWriter out) {
    this.mosaic = mosaic;
    this.huffman = huffman;
    this.out = out;
    layout = layout(frame);
    components = new CoefficientEncoder[frame.components().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = new CoefficientEncoder(out, huffman.dcOf(i), huffman.acOf(i));
    }
    encoders =
        layout.blocks().stream()
            .map(p -> components[p.component()])
            .toArray(CoefficientEncoder[]::new);
    row = new int[Math.max(layout.columns(), mosaic.columns()) * encoders.length];
  }

  /** How blocks follow each other in a scan of all components. */
  static McuLayout layout(Frame frame) {
    List<Scan.Part> parts = new ArrayList<>();
    for (int i = 0; i < frame.components().size(); i++) {
      parts.add(new Scan.Part(i, 0, 0));
    }
    return McuLayout.of(new Scan(parts, 0, 63, 0, 0), frame);
  }

  /** One piece while it is being copied. */
  private final class Copying implements McuReader.BlockAction {
    private final Mosaic.Piece piece;
    private final int column;
    private final McuReader reader;

    /** Of each block in an MCU. */
    private final BlockCopier[] copiers;

    private int at;

    Copying(Mosaic.Piece piece, int column) throws DamagedJpegException {
      this.piece = piece;
      this.column = column;
      reader = new McuReader(piece.source());
      BlockCopier[] each = new BlockCopier[components.length];
      for (int i = 0; i < each.length; i++) {
        each[i] = new BlockCopier(reader.bits(), piece.source().ac(i), out, huffman.acOf(i));
      }
      copiers = layout.blocks().stream().map(p -> each[p.component()]).toArray(BlockCopier[]::new);
    }

    void copyRow(int y) throws IOException {
      at = column * encoders.length;
      reader.seek(piece.area().column(), piece.area().row() + y);
      reader.read(piece.area().columns(), this);
    }

    @Override
    public void read(int mcu, int block, BlockDecoder decoder) throws IOException {
      int dc = decoder.nextDc();
      encoders[block].encodeDc(dc);
      copiers[block].copy();
      row[at++] = dc;
    }
  }

  void write() throws IOException {
    for (List<Mosaic.Piece> band : mosaic.bands()) {
      List<Copying> pieces = new ArrayList<>();
      int column = 0;
      for (Mosaic.Piece piece : band) {
        pieces.add(new Copying(piece, column));
        column += piece.area().columns();
      }
      int rows = band.getFirst().area().rows();
      for (int y = 0; y < rows; y++) {
        for (Copying piece : pieces) {
          piece.copyRow(y);
        }
        fillRow(column);
      }
    }
    for (int y = mosaic.rows(); y < layout.rows(); y++) {
      addRow();
    }
  }

  /** Fills up a row with the colour of the last blocks in it. */
  private void fillRow(int from) throws IOException {
    for (int i = from * encoders.length; i < layout.columns() * encoders.length; i++) {
      McuLayout.Place place = layout.blocks().get(i % encoders.length);
      // The last block in the same row of the MCU before.
      int right = i - encoders.length + place.horizontal() - 1 - place.column();
      row[i] = row[right];
      encoders[i % encoders.length].encodeFlat(row[i]);
    }
  }

  /** Adds a row of the colour of the lowest blocks of the row before. */
  private void addRow() throws IOException {
    for (int i = 0; i < layout.columns() * encoders.length; i++) {
      McuLayout.Place place = layout.blocks().get(i % encoders.length);
      int below = i + (place.vertical() - 1 - place.row()) * place.horizontal();
      row[i] = row[below];
      encoders[i % encoders.length].encodeFlat(row[i]);
    }
  }
}
