package org.casaba.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Huffman tables to write a picture with: the first for the first component, the second, if
 * any, for the others.
 */
record HuffmanChoice(List<HuffmanCode> dc, List<HuffmanCode> ac) {
  private static final int END_OF_BLOCK = 0x00;
  private static final List<HuffmanCode> STANDARD_DC =
      List.of(StandardTables.LUMA_DC, StandardTables.CHROMA_DC);
  private static final List<HuffmanCode> STANDARD_AC =
      List.of(StandardTables.LUMA_AC, StandardTables.CHROMA_AC);

  HuffmanChoice {
    dc = List.copyOf(dc);
    ac = List.copyOf(ac);
  }

  /**
   * Chooses for a number of components.
   *
   * @param keep whether to take the tables of the sources where all have the same; only if DC
   *     differences change and nothing else
   * @return empty if the sources have symbols for which the standard tables have no codes
   */
  static Optional<HuffmanChoice> of(List<McuSource> sources, int components, boolean keep)
      throws DamagedJpegException {
    List<HuffmanCode> dc = new ArrayList<>();
    List<HuffmanCode> ac = new ArrayList<>();
    for (int id = 0; id < Math.min(components, 2); id++) {
      List<HuffmanTable> dcTables = new ArrayList<>();
      List<HuffmanTable> acTables = new ArrayList<>();
      int end = id == 0 ? 1 : components;
      for (McuSource source : sources) {
        for (int component = id; component < end; component++) {
          dcTables.add(source.dc(component));
          acTables.add(source.ac(component));
        }
      }
      HuffmanCode commonDc = keep ? common(dcTables) : null;
      HuffmanCode commonAc = keep ? common(acTables) : null;
      dc.add(
          commonDc != null && CoefficientEncoder.suffices(commonDc)
              ? commonDc
              : STANDARD_DC.get(id));
      HuffmanCode standard = STANDARD_AC.get(id);
      if (commonAc != null && commonAc.has(END_OF_BLOCK)) {
        ac.add(commonAc);
      } else if (acTables.stream().allMatch(t -> standard.hasAll(t.symbols()))) {
        ac.add(standard);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new HuffmanChoice(dc, ac));
  }

  private static @Nullable HuffmanCode common(List<HuffmanTable> tables) {
    HuffmanTable first = tables.getFirst();
    return tables.stream().allMatch(first::isLike) ? first.code() : null;
  }

  HuffmanCode dcOf(int component) {
    return dc.get(Math.min(component, 1));
  }

  HuffmanCode acOf(int component) {
    return ac.get(Math.min(component, 1));
  }
}
