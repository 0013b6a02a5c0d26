package org.casaba.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.casaba.geometry.Dimensions;

/** Writes the segments that describe a baseline stream (ITU T.81 section B.2). */
final class TableSegments {
  private static final int AC = 0x10;

  private final BitWriter out;

  TableSegments(BitWriter out) {
    this.out = out;
  }

  /**
   * Writes a quantization table.
   *
   * @param steps in zigzag order, 1 to 255 each
   */
  void quantization(int id, int[] steps) throws IOException {
    byte[] segment = new byte[65];
    segment[0] = (byte) id;
    for (int k = 0; k < 64; k++) {
      segment[k + 1] = (byte) steps[k];
    }
    out.segment(Marker.DQT, segment);
  }

  void frame(Dimensions size, List<Component> components) throws IOException {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.write(8);
    segment.write(size.height() >> 8);
    segment.write(size.height());
    segment.write(size.width() >> 8);
    segment.write(size.width());
    segment.write(components.size());
    for (Component component : components) {
      segment.write(component.id());
      segment.write(component.horizontal() << 4 | component.vertical());
      segment.write(component.quantization());
    }
    out.segment(Marker.SOF0, segment.toByteArray());
  }

  void dc(int id, HuffmanCode code) throws IOException {
    huffman(id, code);
  }

  void ac(int id, HuffmanCode code) throws IOException {
    huffman(AC | id, code);
  }

  private void huffman(int classAndId, HuffmanCode code) throws IOException {
    byte[] listing = code.listing();
    byte[] segment = new byte[1 + listing.length];
    segment[0] = (byte) classAndId;
    System.arraycopy(listing, 0, segment, 1, listing.length);
    out.segment(Marker.DHT, segment);
  }

  /** Writes the header of a scan of all components: tables 0 for the first, 1 for the others. */
  void scan(List<Component> components) throws IOException {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.write(components.size());
    for (int i = 0; i < components.size(); i++) {
      segment.write(components.get(i).id());
      segment.write(i == 0 ? 0x00 : 0x11);
    }
    segment.write(0);
    segment.write(63);
    segment.write(0);
    out.segment(Marker.SOS, segment.toByteArray());
  }
}
