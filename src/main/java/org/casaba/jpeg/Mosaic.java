package org.casaba.jpeg;

import java.util.List;
import org.casaba.geometry.Dimensions;

/**
 * A picture made of parts of streams, in whole MCUs.
 *
 * @param bands of pieces, one below the other; all pieces of a band have as many rows, and all
 *     bands as many columns
 * @param size of the picture in pixels; where it is larger than the pieces it is filled up with
 *     what lies at their right and lower edge
 */
public record Mosaic(List<List<Piece>> bands, Dimensions size) {

  /** A part of a stream. */
  public record Piece(McuSource source, McuArea area) {}

  public Mosaic {
    bands = bands.stream().map(List::copyOf).toList();
    int columns = columns(bands.getFirst());
    for (List<Piece> band : bands) {
      int rows = band.getFirst().area().rows();
      if (columns(band) != columns || band.stream().anyMatch(p -> p.area().rows() != rows)) {
        throw new IllegalArgumentException("the pieces do not fit together");
      }
    }
  }

  private static int columns(List<Piece> band) {
    return band.stream().mapToInt(p -> p.area().columns()).sum();
  }

  /** MCUs that the pieces have in a row. */
  int columns() {
    return columns(bands.getFirst());
  }

  /** MCU rows of all pieces. */
  int rows() {
    return bands.stream().mapToInt(b -> b.getFirst().area().rows()).sum();
  }

  /** How many pieces there are. */
  public int pieces() {
    return bands.stream().mapToInt(List::size).sum();
  }

  List<McuSource> sources() {
    return bands.stream().flatMap(List::stream).map(Piece::source).toList();
  }

  /** The frame of the first piece, of which those of the others are the like. */
  Frame frame() {
    return bands.getFirst().getFirst().source().frame();
  }
}
