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
 * @param laidOver what is laid over the picture; null for what is laid over all pictures, if
 *     anything
 * @param xmpPacket metadata to embed in the file; null for none
 */
public record Alterations(
    List<Rectangle> redactions, @Nullable Overlay laidOver, @Nullable String xmpPacket) {
  public static final Alterations NONE = new Alterations(List.of(), null, null);

  public Alterations {
    redactions = List.copyOf(redactions);
  }

  /**
   * With its overlay decided: it is visible, or null.
   *
   * @param standard what is laid over all pictures of which the rules say nothing else; null for
   *     nothing
   */
  public Alterations decided(Overlay.@Nullable Visible standard) {
    Overlay.Visible visible =
        switch (laidOver) {
          case null -> standard;
          case Overlay.Nothing() -> null;
          case Overlay.Visible own -> own;
        };
    return new Alterations(redactions, visible, xmpPacket);
  }

  /** What is seen over the picture, once that is {@link #decided}. */
  public Optional<Overlay.Visible> overlay() {
    return laidOver instanceof Overlay.Visible visible ? Optional.of(visible) : Optional.empty();
  }

  public Optional<String> xmp() {
    return Optional.ofNullable(xmpPacket);
  }
}
