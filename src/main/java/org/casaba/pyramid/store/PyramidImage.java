package org.casaba.pyramid.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StoredJpeg;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;
import org.casaba.pyramid.HalvedRows;

/**
 * An image with its pyramid: what it is stays the original's own matter, and the pixels of all
 * levels come from the pyramid. A pyramid that turns out to be unreadable is given up: from there
 * on the same pixels are made from the original. Thread-safe.
 */
final class PyramidImage implements DecodedImage {
  private final DecodedImage original;
  private final Content content;
  private final DecodedImage pyramid;
  private final Notice notice;
  private final ImageFacts facts;

  /** How many levels are the original's own: 1 if the pyramid begins with the half, else 0. */
  private final int own;

  private volatile boolean broken;

  private PyramidImage(
      DecodedImage original, Content content, DecodedImage pyramid, Notice notice, int own) {
    this.original = original;
    this.content = content;
    this.pyramid = pyramid;
    this.notice = notice;
    this.own = own;
    ImageFacts as = original.facts();
    List<ResolutionLevel> levels = new ArrayList<>(as.levels().subList(0, own));
    levels.addAll(pyramid.facts().levels());
    this.facts = new ImageFacts(as.format(), as.orientation(), levels, as.coloring(), as.alpha());
  }

  /** Who is told what happens to a pyramid. */
  interface Notice {
    /** It is read from. */
    void used();

    /** It cannot be read. */
    void broken(Exception reason);
  }

  /**
   * Joins an image and its pyramid; closing it closes all.
   *
   * @param content of the pyramid
   * @throws DamagedImageException if they do not belong together
   */
  static PyramidImage of(
      DecodedImage original, Content content, DecodedImage pyramid, Notice notice)
      throws DamagedImageException {
    Dimensions full = original.facts().storedSize();
    int own = pyramid.facts().storedSize().equals(full) ? 0 : 1;
    PyramidImage image = new PyramidImage(original, content, pyramid, notice, own);
    Dimensions expected = full;
    for (ResolutionLevel level : image.facts.levels()) {
      if (!level.size().equals(expected) || pyramid.facts().alpha() != image.facts.alpha()) {
        throw new DamagedImageException("it is the pyramid of another image");
      }
      expected =
          new Dimensions(Math.ceilDiv(expected.width(), 2), Math.ceilDiv(expected.height(), 2));
    }
    return image;
  }

  /** Whether the pyramid has turned out to be unreadable. */
  boolean isBroken() {
    return broken;
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public int pageCount() {
    return original.pageCount();
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return original.iccProfile();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    if (level < own) {
      return original.rows(level, region);
    }
    if (!broken) {
      notice.used();
      try {
        PixelRows rows = pyramid.rows(level - own, region);
        return new GuardedRows(rows, reason -> replaced(level, region, reason));
      } catch (IOException | RuntimeException e) {
        giveUp(e);
      }
    }
    return fromOriginal(level, region);
  }

  private PixelRows replaced(int level, Rectangle region, Exception reason) throws IOException {
    giveUp(reason);
    return fromOriginal(level, region);
  }

  /** An interrupted reader says nothing of what is read. */
  private void giveUp(Exception reason) throws IOException {
    if (reason instanceof ClosedByInterruptException interrupted) {
      throw interrupted;
    }
    broken = true;
    notice.broken(reason);
  }

  /** What the pyramid was made of, halved again. */
  private PixelRows fromOriginal(int level, Rectangle region) throws IOException {
    List<ResolutionLevel> stored = original.facts().levels();
    Dimensions size = facts.levels().get(level).size();
    for (int i = 0; i < stored.size(); i++) {
      if (stored.get(i).size().equals(size)) {
        return original.rows(i, region);
      }
    }
    Dimensions full = facts.storedSize();
    int x = region.x() << level;
    int y = region.y() << level;
    long width = Math.min((long) region.width() << level, full.width() - x);
    long height = Math.min((long) region.height() << level, full.height() - y);
    PixelRows rows = original.rows(0, new Rectangle(x, y, (int) width, (int) height));
    for (int i = 0; i < level; i++) {
      rows = new HalvedRows(rows);
    }
    return rows;
  }

  @Override
  public Optional<StoredJpeg> jpeg(int level) throws IOException {
    if (level < own) {
      return original.jpeg(level);
    }
    Optional<StoredJpeg> whole = level == 0 ? original.jpeg(0) : Optional.empty();
    if (broken) {
      return whole;
    }
    notice.used();
    Optional<StoredJpeg> tiles =
        pyramid.jpeg(level - own).map(stored -> new GuardedJpeg(stored, this::giveUp));
    return whole.isPresent() ? whole.map(w -> new FileAndTiles(w, tiles, full())) : tiles;
  }

  private Rectangle full() {
    return facts.storedSize().whole();
  }

  @Override
  public List<byte[]> metadata(boolean xmp) throws IOException {
    return original.metadata(xmp);
  }

  @Override
  public long weight() {
    return original.weight() + pyramid.weight();
  }

  @Override
  public boolean givesParts(int level) {
    return level < own ? original.givesParts(level) : pyramid.givesParts(level - own);
  }

  @Override
  public long rowsMemory(int level, Rectangle region) {
    return level < own
        ? original.rowsMemory(level, region)
        : pyramid.rowsMemory(level - own, region);
  }

  @Override
  public void close() throws IOException {
    try (content;
        pyramid) {
      original.close();
    }
  }
}
