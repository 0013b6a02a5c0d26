package org.casaba.jpeg;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;

/**
 * A baseline file that is made of the blocks of other streams, without decoding them to samples and
 * so without any loss. Immutable.
 *
 * <p>Upright pictures are made by copying: DC differences are coded anew where blocks get other
 * neighbours, and the AC coefficients keep their bits, under other codes where the Huffman tables
 * of the streams differ. Turned and gray ones take decoding the blocks to quantized coefficients,
 * which are laid anew: mirroring changes the signs of odd frequencies, transposing exchanges rows
 * and columns, of blocks as of the quantization tables.
 */
public final class Splice {
  private static final int LARGEST_STEP = 255;

  private final Mosaic mosaic;
  private final BlockTurn turn;
  private final Frame frame;
  private final List<int[]> quantization;
  private final HuffmanChoice huffman;
  private final boolean copied;

  private Splice(
      Mosaic mosaic, BlockTurn turn, Target target, HuffmanChoice huffman, boolean copied) {
    this.mosaic = mosaic;
    this.turn = turn;
    this.frame = target.frame;
    this.quantization = target.quantization;
    this.huffman = huffman;
    this.copied = copied;
  }

  /**
   * The frame to write.
   *
   * @param quantization distinct tables in zigzag order, to which the components point
   */
  private record Target(Frame frame, List<int[]> quantization) {}

  /**
   * Joins pieces as they are.
   *
   * @return empty if the streams do not go together
   */
  public static Optional<Splice> of(Mosaic mosaic) throws DamagedJpegException {
    Optional<List<int[]>> steps = commonSteps(mosaic);
    int components = mosaic.frame().components().size();
    Optional<HuffmanChoice> huffman = HuffmanChoice.of(mosaic.sources(), components, true);
    if (steps.isEmpty() || huffman.isEmpty()) {
      return Optional.empty();
    }
    BlockTurn upright = new BlockTurn(Orientation.UPRIGHT);
    Target target = target(mosaic.frame().components(), mosaic.size(), upright, steps.get());
    return Optional.of(new Splice(mosaic, upright, target, huffman.get(), true));
  }

  /**
   * Joins pieces and lays them otherwise.
   *
   * @param mosaic not larger than its pieces
   * @param orientation how to lay them
   * @param gray whether to keep the first component only; it must be the densest
   * @return empty if the streams do not go together, or a side that would be the left or the upper
   *     one does not end with an MCU
   */
  public static Optional<Splice> laid(Mosaic mosaic, Orientation orientation, boolean gray)
      throws DamagedJpegException {
    List<Component> all = mosaic.frame().components();
    Component first = all.getFirst();
    boolean grayable =
        first.horizontal() == mosaic.frame().maxHorizontal()
            && first.vertical() == mosaic.frame().maxVertical();
    if (gray && !grayable) {
      return Optional.empty();
    }
    List<Component> kept =
        gray ? List.of(new Component(first.id(), 1, 1, first.quantization())) : all;
    BlockTurn turn = new BlockTurn(orientation);
    Optional<List<int[]>> steps = commonSteps(mosaic);
    Optional<HuffmanChoice> huffman = HuffmanChoice.of(mosaic.sources(), kept.size(), false);
    Frame upright = new Frame(false, mosaic.size(), kept);
    if (steps.isEmpty() || huffman.isEmpty() || !turn.keepsMcus(upright)) {
      return Optional.empty();
    }
    Target target = target(kept, mosaic.size(), turn, steps.get());
    return Optional.of(new Splice(mosaic, turn, target, huffman.get(), false));
  }

  /** The quantization steps of each component, if the streams have all this in common. */
  private static Optional<List<int[]>> commonSteps(Mosaic mosaic) throws DamagedJpegException {
    List<McuSource> sources = mosaic.sources();
    List<int[]> steps = sources.getFirst().quantization();
    List<Component> components = mosaic.frame().components();
    for (McuSource source : sources) {
      List<int[]> others = source.quantization();
      List<Component> otherComponents = source.frame().components();
      if (otherComponents.size() != components.size()) {
        return Optional.empty();
      }
      for (int i = 0; i < components.size(); i++) {
        if (otherComponents.get(i).horizontal() != components.get(i).horizontal()
            || otherComponents.get(i).vertical() != components.get(i).vertical()
            || !Arrays.equals(others.get(i), steps.get(i))) {
          return Optional.empty();
        }
      }
    }
    boolean baseline =
        steps.stream().flatMapToInt(Arrays::stream).allMatch(s -> s >= 1 && s <= LARGEST_STEP);
    return baseline ? Optional.of(steps) : Optional.empty();
  }

  private static Target target(
      List<Component> components, Dimensions size, BlockTurn turn, List<int[]> steps) {
    List<Component> laid = new ArrayList<>();
    List<int[]> distinct = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      int[] own = turn.table(steps.get(i));
      int id = 0;
      while (id < distinct.size() && !Arrays.equals(distinct.get(id), own)) {
        id++;
      }
      if (id == distinct.size()) {
        distinct.add(own);
      }
      laid.add(turn.component(i + 1, components.get(i), id));
    }
    return new Target(new Frame(false, turn.orientation().apply(size), laid), distinct);
  }

  /** Components of the file. */
  public int components() {
    return frame.components().size();
  }

  /**
   * Writes the file.
   *
   * @param out not closed
   * @throws DamagedJpegException if a stream is damaged in the parts that are needed
   */
  public void write(FileHead head, OutputStream out) throws IOException {
    BitWriter bits = new BitWriter(out);
    head.writeTo(bits);
    TableSegments tables = new TableSegments(bits);
    for (int id = 0; id < quantization.size(); id++) {
      tables.quantization(id, quantization.get(id));
    }
    tables.frame(frame.size(), frame.components());
    for (int id = 0; id < huffman.dc().size(); id++) {
      tables.dc(id, huffman.dc().get(id));
      tables.ac(id, huffman.ac().get(id));
    }
    tables.scan(frame.components());
    if (copied) {
      new CopiedScan(mosaic, frame, huffman, bits).write();
    } else {
      new LaidScan(mosaic, frame, turn, huffman, bits).write();
    }
    bits.align();
    bits.marker(Marker.EOI);
    bits.flush();
  }
}
