package org.casaba.jpeg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A stream whose MCUs can be had one by one: sequential, with all components in one scan and in the
 * frame's order. Immutable, and thread-safe if its bytes are.
 */
public final class McuSource {
  private final JpegBytes bytes;
  private final JpegHeader header;
  private final McuEntries entries;

  private McuSource(JpegBytes bytes, JpegHeader header, McuEntries entries) {
    this.bytes = bytes;
    this.header = header;
    this.entries = entries;
  }

  /** Whether the MCUs of such a stream can be had. */
  public static boolean suits(JpegHeader header) {
    List<Scan.Part> parts = header.firstScan().scan().parts();
    boolean inOrder = header.inOneScan() && header.frame().components().size() <= 3;
    for (int i = 0; i < parts.size(); i++) {
      inOrder &= parts.get(i).component() == i;
    }
    return inOrder;
  }

  /**
   * A stream that is read from its beginning.
   *
   * @throws IllegalArgumentException if it does not {@linkplain #suits suit}
   */
  public static McuSource of(JpegBytes bytes, JpegHeader header) {
    int components = header.frame().components().size();
    McuStart start =
        new McuStart(0, header.firstScan().data(), 0, Collections.nCopies(components, 0));
    return of(bytes, header, _ -> start);
  }

  /** A stream that can be entered at other places too. */
  public static McuSource of(JpegBytes bytes, JpegHeader header, McuEntries entries) {
    if (!suits(header)) {
      throw new IllegalArgumentException("the JPEG's MCUs are not in one scan");
    }
    return new McuSource(bytes, header, entries);
  }

  JpegBytes bytes() {
    return bytes;
  }

  Frame frame() {
    return header.frame();
  }

  ScanStart scan() {
    return header.firstScan();
  }

  McuEntries entries() {
    return entries;
  }

  /** The quantization steps of each component, in zigzag order. */
  List<int[]> quantization() throws DamagedJpegException {
    List<int[]> all = new ArrayList<>();
    for (Component component : frame().components()) {
      all.add(scan().tables().quantization(component.quantization()));
    }
    return all;
  }

  HuffmanTable dc(int part) throws DamagedJpegException {
    return scan().tables().dc(scan().scan().parts().get(part).dc());
  }

  HuffmanTable ac(int part) throws DamagedJpegException {
    return scan().tables().ac(scan().scan().parts().get(part).ac());
  }
}
