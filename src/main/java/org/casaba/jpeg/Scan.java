package org.casaba.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan header (ITU T.81 section B.2.3).
 *
 * @param parts the components that the scan's data hold, in their order
 * @param first first coefficient, in zigzag order
 * @param last last coefficient, in zigzag order
 * @param high by how many bits coefficients were shifted in the scan that this one refines; 0 for
 *     none
 * @param low by how many bits the coefficients are shifted
 */
record Scan(List<Part> parts, int first, int last, int high, int low) {
  private static final int MAX_BLOCKS_IN_MCU = 10;

  /**
   * A component's part in a scan.
   *
   * @param component index into the frame's components
   * @param dc which of the four Huffman tables
   * @param ac which of the four Huffman tables
   */
  record Part(int component, int dc, int ac) {}

  Scan {
    parts = List.copyOf(parts);
  }

  static Scan parse(byte[] segment, Frame frame) throws IOException {
    JpegInput in = JpegInput.ofSegment(segment);
    int count = in.octet();
    if (count == 0 || count > frame.components().size() || in.left() != 2 * count + 3) {
      throw new DamagedJpegException("a scan header of the JPEG is wrong");
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int component = componentOf(in.octet(), frame);
      int tables = in.octet();
      if (tables >> 4 > 3 || (tables & 0xF) > 3 || contains(parts, component)) {
        throw new DamagedJpegException("a scan header of the JPEG names impossible tables");
      }
      parts.add(new Part(component, tables >> 4, tables & 0xF));
    }
    int first = in.octet();
    int last = in.octet();
    int shifts = in.octet();
    Scan scan =
        frame.progressive()
            ? new Scan(parts, first, last, shifts >> 4, shifts & 0xF)
            : new Scan(parts, 0, 63, 0, 0);
    scan.check(frame);
    return scan;
  }

  private static int componentOf(int id, Frame frame) throws DamagedJpegException {
    for (int i = 0; i < frame.components().size(); i++) {
      if (frame.components().get(i).id() == id) {
        return i;
      }
    }
    throw new DamagedJpegException("a scan of the JPEG has a component that the frame has not");
  }

  private static boolean contains(List<Part> parts, int component) {
    return parts.stream().anyMatch(p -> p.component() == component);
  }

  private void check(Frame frame) throws DamagedJpegException {
    int blocks = 0;
    for (Part part : parts) {
      Component component = frame.components().get(part.component());
      blocks += component.horizontal() * component.vertical();
    }
    boolean band =
        first == 0 ? last == 0 || !frame.progressive() : parts.size() == 1 && first <= last;
    boolean refinement = high == 0 || low == high - 1;
    boolean tooManyBlocks = interleaved() && blocks > MAX_BLOCKS_IN_MCU;
    if (!band || last > 63 || !refinement || low > 13 || tooManyBlocks) {
      throw new DamagedJpegException("a scan of the JPEG is impossible");
    }
  }

  /** Whether one MCU holds blocks of several components. */
  boolean interleaved() {
    return parts.size() > 1;
  }
}
