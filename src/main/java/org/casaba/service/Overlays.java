package org.casaba.service;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;
import org.casaba.iiif.Identifier;
import org.casaba.plan.Alterations;
import org.casaba.plan.Overlay;
import org.casaba.render.OverlayException;
import org.casaba.render.Stamp;
import org.casaba.source.Source;
import org.casaba.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * What is laid over pictures: the overlay that holds for all, and the images that overlays name. A
 * few of these are kept decoded. Thread-safe.
 */
public final class Overlays {
  /** Nothing is laid over anything. */
  public static final Overlays NONE = new Overlays(null, null, null);

  /** Pixels of all images that are kept: 32 megabytes. */
  private static final int MOST_KEPT = 2 * Stamp.MAX_PIXELS;

  private final Overlay.@Nullable Visible standard;
  private final @Nullable Source folder;
  private final @Nullable Codecs codecs;
  private final Map<Name, Stamp> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** One state of a file. */
  private record Name(String file, ContentVersion version) {}

  /** An overlay's image, decoded. */
  record Opened(Stamp stamp, ContentVersion version) {}

  /**
   * @param standard what is laid over all pictures of which nothing else is said; null for nothing
   * @param folder where the images are that overlays name; null if nowhere
   */
  public Overlays(
      Overlay.@Nullable Visible standard, @Nullable Source folder, @Nullable Codecs codecs) {
    this.standard = standard;
    this.folder = folder;
    this.codecs = codecs;
  }

  /** What is laid over all pictures of which nothing else is said. */
  Optional<Overlay.Visible> standard() {
    return Optional.ofNullable(standard);
  }

  /**
   * The image that an overlay names; nothing if none does.
   *
   * @throws OverlayException if it is not there, not to be read, or too large
   */
  Optional<Opened> open(Alterations alterations) throws OverlayException {
    return alterations.overlay().orElse(null) instanceof Overlay.Image image
        ? Optional.of(open(image.file()))
        : Optional.empty();
  }

  private Opened open(String file) throws OverlayException {
    if (folder == null || codecs == null) {
      throw new OverlayException("there is no overlay.folder for the overlay image " + file);
    }
    try (Content content = folder.open(new Identifier(file))) {
      Name name = new Name(file, content.version());
      Stamp known = find(name);
      if (known != null) {
        return new Opened(known, name.version());
      }
      try (DecodedImage image = codecs.open(content)) {
        Stamp stamp = Stamp.of(image);
        keep(name, stamp);
        return new Opened(stamp, name.version());
      }
    } catch (SourceException | IOException e) {
      throw new OverlayException("the overlay image " + file + " is not to be had", e);
    }
  }

  private synchronized @Nullable Stamp find(Name name) {
    return kept.get(name);
  }

  private synchronized void keep(Name name, Stamp stamp) {
    kept.put(name, stamp);
    long pixels = kept.values().stream().mapToLong(Stamp::area).sum();
    Iterator<Stamp> oldest = kept.values().iterator();
    while (pixels > MOST_KEPT) {
      pixels -= oldest.next().area();
      oldest.remove();
    }
  }
}
