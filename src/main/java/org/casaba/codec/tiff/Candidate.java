package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;

/**
 * A directory that may be a page or a level of one. What it says is read once, and only when
 * somebody needs it: files may have many directories, each of which may be compared with all.
 */
final class Candidate {
  private final Directory directory;

  /** Of what it shows; nothing if it does not say, or is a mask. */
  private final Optional<Dimensions> size;

  private Optional<Page> page = Optional.empty();
  private boolean read;

  Candidate(Directory directory) throws IOException {
    this.directory = directory;
    this.size = size(directory);
  }

  private static Optional<Dimensions> size(Directory directory) throws IOException {
    try {
      return directory.kind() == Directory.Kind.MASK
          ? Optional.empty()
          : Optional.of(PageReader.size(directory));
    } catch (DamagedImageException | UnsupportedImageException e) {
      return Optional.empty();
    }
  }

  Directory directory() {
    return directory;
  }

  /** What it describes; nothing if it is broken or of a kind that is not decoded. */
  Optional<Page> page() throws IOException {
    if (!read) {
      page = read(directory);
      read = true;
    }
    return page;
  }

  private static Optional<Page> read(Directory directory) throws IOException {
    try {
      return Optional.of(PageReader.read(directory));
    } catch (DamagedImageException | UnsupportedImageException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether it is a smaller form of a page.
   *
   * @param marked whether it says of itself that it is one of something
   */
  boolean isLevelOf(Candidate picture, boolean marked) throws IOException {
    if (size.isEmpty()
        || picture.size.isEmpty()
        || !isReduction(size.get(), picture.size.get(), marked)) {
      return false;
    }
    Optional<Page> mine = page();
    Optional<Page> whole = picture.page();
    if (mine.isEmpty() || whole.isEmpty()) {
      return false;
    }
    Interpretation samples = mine.get().interpretation();
    Interpretation expected = whole.get().interpretation();
    return marked ? samples.layout() == expected.layout() : samples.isLike(expected);
  }

  /** Whether a size is the full one divided by something (a power of two), within rounding. */
  private static boolean isReduction(Dimensions size, Dimensions full, boolean byAnything) {
    if (!size.fitsInto(full) || size.equals(full)) {
      return false;
    }
    if (byAnything) {
      // w = W / f + e and h = H / f + e' with e and e' up to one pixel: w H - h W = e H - e' W.
      long skew = (long) size.width() * full.height() - (long) size.height() * full.width();
      return Math.abs(skew) <= (long) full.width() + full.height();
    }
    for (int shift = 1; shift < 31; shift++) {
      double divisor = 1L << shift;
      if (Math.abs(size.width() - full.width() / divisor) <= 1
          && Math.abs(size.height() - full.height() / divisor) <= 1) {
        return true;
      }
    }
    return false;
  }
}
