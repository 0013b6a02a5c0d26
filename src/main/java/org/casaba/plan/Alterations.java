package org.casaba.plan;

import java.util.List;
import java.util.Optional;
import org.casaba.geometry.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * What is changed in a picture beyond what the request says. Each part prints exactly, as keys need
 * it.
 *
 * @param redactions parts of the full image, as shown, that must not be seen; they may reach beyond
 *     its edges
 * @param laidOver what is laid over the picture; null for nothing
 * @param xmpPacket metadata to embed in the file; null for none
 */
public record Alterations(
    List<Rectangle> redactions, @Nullable Overlay laidOver, @Nullable String xmpPacket) {
  public static final Alterations NONE = new Alterations(List.of(), null, null);

  public Alterations {
    redactions = List.copyOf(redactions);
  }

  public Optional<Overlay> overlay() {
    return Optional.ofNullable(laidOver);
  }

  public Optional<String> xmp() {
    return Optional.ofNullable(xmpPacket);
  }
}
