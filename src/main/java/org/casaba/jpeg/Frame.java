package org.casaba.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.casaba.geometry.Dimensions;

/**
 * A frame header: what a JPEG picture is made of (ITU T.81 section B.2.2).
 *
 * @param progressive whether the coefficients come in several scans that refine each other
 * @param size pixels of the picture
 * @param components 1 to 4; a lone one has sampling factors of 1, whatever the stream says, since
 *     they mean nothing then
 */
public record Frame(boolean progressive, Dimensions size, List<Component> components) {
  /** Largest width and height that are read: libjpeg's limit. */
  public static final int MAX_DIMENSION = 65500;

  public Frame {
    components = List.copyOf(components);
  }

  /**
   * Reads a frame header.
   *
   * @param marker the marker before it
   */
  static Frame parse(int marker, byte[] segment) throws IOException {
    boolean progressive =
        switch (marker) {
          case Marker.SOF0, Marker.SOF1 -> false;
          case Marker.SOF2 -> true;
          default ->
              throw new UnsupportedJpegException(
                  "lossless, arithmetic and hierarchical JPEGs are not read");
        };
    JpegInput in = JpegInput.ofSegment(segment);
    if (in.octet() != 8) {
      throw new UnsupportedJpegException("JPEGs of other than 8 bits are not read");
    }
    int height = in.word();
    int width = in.word();
    if (height == 0) {
      throw new UnsupportedJpegException("JPEGs that tell their height at the end are not read");
    }
    if (width == 0 || width > MAX_DIMENSION || height > MAX_DIMENSION) {
      throw new DamagedJpegException("a JPEG cannot be " + width + " x " + height + " pixels");
    }
    return new Frame(progressive, new Dimensions(width, height), components(in));
  }

  private static List<Component> components(JpegInput in) throws IOException {
    int count = in.octet();
    if (count == 0 || in.left() != 3 * count) {
      throw new DamagedJpegException("the frame header of the JPEG is wrong");
    }
    if (count > 4) {
      throw new UnsupportedJpegException("JPEGs of more than 4 components are not read");
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int id = in.octet();
      int factors = in.octet();
      int horizontal = factors >> 4;
      int vertical = factors & 0xF;
      int quantization = in.octet();
      if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4 || quantization > 3) {
        throw new DamagedJpegException("a component of the JPEG is impossible");
      }
      components.add(
          count == 1
              ? new Component(id, 1, 1, quantization)
              : new Component(id, horizontal, vertical, quantization));
    }
    return components;
  }

  public int maxHorizontal() {
    return components.stream().mapToInt(Component::horizontal).max().orElseThrow();
  }

  public int maxVertical() {
    return components.stream().mapToInt(Component::vertical).max().orElseThrow();
  }

  /** MCUs in a row of an interleaved scan. */
  public int mcuColumns() {
    return Math.ceilDiv(size.width(), 8 * maxHorizontal());
  }

  /** MCU rows of an interleaved scan. */
  public int mcuRows() {
    return Math.ceilDiv(size.height(), 8 * maxVertical());
  }

  /** Blocks in a row of a scan of this component alone. */
  int blockColumns(Component component) {
    return Math.ceilDiv(size.width() * component.horizontal(), 8 * maxHorizontal());
  }

  /** Block rows of a scan of this component alone. */
  int blockRows(Component component) {
    return Math.ceilDiv(size.height() * component.vertical(), 8 * maxVertical());
  }
}
