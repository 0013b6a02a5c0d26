package org.casaba.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casaba.geometry.Dimensions;
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
 * @param xmpPacket metadata to embed in the file, RDF with or without its wrappers, {@value
 *     #MAX_XMP_LENGTH} characters at most; null for none
 */
public record Alterations(
    List<Rectangle> redactions, @Nullable Overlay laidOver, @Nullable String xmpPacket) {
  /**
   * How many pixels of a reduced picture may show something of a pixel of the full one that lies
   * beside them: two that the filter reaches, one for levels whose sizes are rounded.
   */
  public static final int MARGIN = 3;

  public static final Alterations NONE = new Alterations(List.of(), null, null);

  public static final int MAX_XMP_LENGTH = 1 << 20;
  private static final Pattern NOT_XML = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

  public Alterations {
    if (xmpPacket != null && xmpPacket.length() > MAX_XMP_LENGTH) {
      throw new IllegalArgumentException("an XMP packet has 1048576 characters at most");
    }
    if (xmpPacket != null && NOT_XML.matcher(xmpPacket).find()) {
      throw new IllegalArgumentException("an XMP packet is XML, without control characters");
    }
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

  /** Whether any pixel of the image may be another than it is stored. */
  public boolean changePixels() {
    return !redactions.isEmpty() || laidOver instanceof Overlay.Visible;
  }

  /** What is seen over the picture, once that is {@link #decided}. */
  public Optional<Overlay.Visible> overlay() {
    return laidOver instanceof Overlay.Visible visible ? Optional.of(visible) : Optional.empty();
  }

  /**
   * The parts that are anybody's words, one by one: printed among others, it would not be certain
   * where they end.
   */
  public List<String> words() {
    List<String> words =
        switch (laidOver) {
          case null -> List.of();
          case Overlay.Nothing() -> List.of();
          case Overlay.Text text -> List.of(text.text(), text.lettering().font());
          case Overlay.Image image -> List.of(image.file());
        };
    return Stream.concat(words.stream(), xmp().stream()).toList();
  }

  /**
   * The same changes to a picture that is shown smaller. What is redacted grows by {@link #MARGIN}
   * on each side, so that nothing of it shows in the pixels along its edges.
   *
   * @param full size of the picture in whose pixels redactions are given
   * @param shown size of the smaller picture
   */
  public Alterations reduced(Dimensions full, Dimensions shown) {
    List<Rectangle> smaller =
        redactions.stream()
            .flatMap(r -> full.whole().intersection(r).stream())
            .map(r -> grown(Levels.cover(r, full, shown), shown))
            .toList();
    return new Alterations(smaller, laidOver, xmpPacket);
  }

  private static Rectangle grown(Rectangle r, Dimensions picture) {
    int left = Math.max(0, r.x() - MARGIN);
    int top = Math.max(0, r.y() - MARGIN);
    int right = Math.min(picture.width(), r.right() + MARGIN);
    int bottom = Math.min(picture.height(), r.bottom() + MARGIN);
    return new Rectangle(left, top, right - left, bottom - top);
  }

  public Optional<String> xmp() {
    return Optional.ofNullable(xmpPacket);
  }
}
