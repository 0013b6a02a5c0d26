package org.casaba.jpeg;

import java.io.IOException;
import java.util.List;

/** Writes the scan of a picture whose blocks are turned, or of which only some are kept. */
final class LaidScan {
  private final Mosaic mosaic;
  private final Frame frame;
  private final BlockTurn turn;
  private final McuLayout layout;
  private final CoefficientEncoder[] encoders;

  /** The coefficients of each component's blocks, row by row, in rows of blocks. */
  private final short[][] planes;

  private final int[] strides;
  private final int[] block = new int[64];
  private final int[] quantized = new int[64];

  LaidScan(Mosaic mosaic, Frame frame, BlockTurn turn, HuffmanChoice huffman, BitWriter out) {
    this.mosaic = mosaic;
    this.frame = frame;
    this.turn = turn;
    layout = CopiedScan.layout(frame);
    int components = frame.components().size();
    encoders = new CoefficientEncoder[components];
    planes = new short[components][];
    strides = new int[components];
    for (int i = 0; i < components; i++) {
      encoders[i] = new CoefficientEncoder(out, huffman.dcOf(i), huffman.acOf(i));
      Component old = mosaic.frame().components().get(i);
      strides[i] = mosaic.columns() * old.horizontal();
      planes[i] = new short[64 * strides[i] * mosaic.rows() * old.vertical()];
    }
  }

  void write() throws IOException {
    load();
    for (int y = 0; y < layout.rows(); y++) {
      for (int x = 0; x < layout.columns(); x++) {
        for (McuLayout.Place place : layout.blocks()) {
          int column = x * place.horizontal() + place.column();
          int row = y * place.vertical() + place.row();
          encode(place.component(), column, row);
        }
      }
    }
  }

  private void load() throws IOException {
    int row = 0;
    for (List<Mosaic.Piece> band : mosaic.bands()) {
      int column = 0;
      for (Mosaic.Piece piece : band) {
        load(piece, column, row);
        column += piece.area().columns();
      }
      row += band.getFirst().area().rows();
    }
  }

  private void load(Mosaic.Piece piece, int column, int row) throws IOException {
    McuSource source = piece.source();
    McuReader reader = new McuReader(source);
    McuLayout.Place[] places =
        McuLayout.of(source.scan().scan(), source.frame()).blocks().toArray(McuLayout.Place[]::new);
    McuArea area = piece.area();
    for (int y = 0; y < area.rows(); y++) {
      int mcuRow = row + y;
      reader.seek(area.column(), area.row() + y);
      reader.read(
          area.columns(),
          (mcu, index, decoder) -> {
            McuLayout.Place place = places[index];
            if (place.component() >= planes.length) {
              decoder.skip();
              return;
            }
            int x = (column + mcu) * place.horizontal() + place.column();
            int at = mcuRow * place.vertical() + place.row();
            load(decoder, planes[place.component()], at * strides[place.component()] + x);
          });
    }
  }

  private void load(BlockDecoder decoder, short[] plane, int number) throws IOException {
    decoder.decode(block);
    for (int i = 0, at = 64 * number; i < 64; i++, at++) {
      int coefficient = block[i];
      if (coefficient != (short) coefficient) {
        throw new DamagedJpegException("a coefficient of the JPEG is impossible");
      }
      plane[at] = (short) coefficient;
      block[i] = 0;
    }
  }

  private void encode(int index, int column, int row) throws IOException {
    Component component = frame.components().get(index);
    int columns = layout.columns() * (layout.blocks().size() == 1 ? 1 : component.horizontal());
    int rows = layout.rows() * (layout.blocks().size() == 1 ? 1 : component.vertical());
    short[] plane = planes[index];
    int at = 64 * turn.source(column, row, columns, rows, strides[index]);
    long present = 0;
    for (int k = 0; k < 64; k++) {
      int coefficient = plane[at + turn.sources[k]];
      if (coefficient != 0) {
        int sign = turn.signs[k];
        quantized[k] = (coefficient ^ sign) - sign;
        present |= 1L << k;
      }
    }
    if ((present & 1) == 0) {
      quantized[0] = 0;
    }
    encoders[index].encode(quantized, present);
  }
}
