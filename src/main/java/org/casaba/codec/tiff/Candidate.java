package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.geometry.Dimensions;

/**
 * A directory that may be a page or a level of one. Its samples are looked at once, and only when
 * somebody needs it: files may have many directories, each of which may be compared with all.
 */
final class Candidate {
  private final Directory directory;

  /** Of what it shows; nothing if it does not say, or is a mask. */
  private final Optional<Dimensions> size;

  private Optional<Kind> kind = Optional.empty();
  private boolean read;

  /** What of the samples must be the same in levels of one page. */
  private record Kind(Class<?> photometric, int bits, int samples, PixelLayout layout) {
    private static Kind of(Interpretation samples) {
      return new Kind(
          samples.photometric().getClass(), samples.bits(), samples.samples(), samples.layout());
    }
  }

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
    try {
      return Optional.of(PageReader.read(directory));
    } catch (DamagedImageException | UnsupportedImageException e) {
      return Optional.empty();
    }
  }

  private Optional<Kind> kind() throws IOException {
    if (!read) {
      kind = page().map(page -> Kind.of(page.interpretation()));
      read = true;
    }
    return kind;
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
    Optional<Kind> mine = kind();
    Optional<Kind> whole = picture.kind();
    if (mine.isEmpty() || whole.isEmpty()) {
      return false;
    }
    return marked ? mine.get().layout() == whole.get().layout() : mine.equals(whole);
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
