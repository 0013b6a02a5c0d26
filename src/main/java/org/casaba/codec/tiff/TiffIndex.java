package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.plan.ImageFacts;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of a TIFF file's directories: the picture and its smaller levels. Immutable
 * and independent of open content; valid as long as the content's version is the same.
 *
 * <p>The picture is the first directory that is not marked as reduced or as a mask. Its levels are
 * those directories of the same proportions and pixel layout that are marked as reduced, or are its
 * SubIFDs, or else hold the same kind of samples and have its size divided by a power of two. All
 * other directories (pages, labels, masks) are passed over.
 *
 * @param pages the levels of {@code facts}, in the same order
 * @param icc where the ICC profile lies; null for none
 */
record TiffIndex(ImageFacts facts, List<Page> pages, @Nullable Field icc) {
  TiffIndex {
    pages = List.copyOf(pages);
  }

  /**
   * Reads the directories.
   *
   * @throws DamagedImageException if those of the picture are wrong
   * @throws UnsupportedImageException if the picture is of a kind that is not decoded here
   */
  static TiffIndex read(Content content) throws IOException {
    DirectoryReader reader = DirectoryReader.of(content);
    List<Directory> directories = reader.main();
    Directory picture = picture(directories);
    Page full = PageReader.read(picture);
    List<Page> pages = new ArrayList<>();
    for (Directory directory : directories) {
      if (directory != picture) {
        addLevel(directory, full, false, pages);
      }
    }
    for (Directory directory : reader.below(picture)) {
      addLevel(directory, full, true, pages);
    }
    pages = sorted(full, pages);
    ImageFacts facts =
        new ImageFacts(
            "TIFF",
            Orientation.ofExif((int) picture.number(Tag.ORIENTATION, 1)),
            pages.stream().map(Page::level).toList(),
            full.interpretation().coloring(),
            full.interpretation().hasAlpha());
    return new TiffIndex(facts, pages, picture.find(Tag.ICC_PROFILE).orElse(null));
  }

  private static Directory picture(List<Directory> directories) throws IOException {
    for (Directory directory : directories) {
      if (directory.kind() == Directory.Kind.PICTURE) {
        return directory;
      }
    }
    return directories.getFirst();
  }

  /** Adds a directory's page if it is a level; broken and unsupported ones are none. */
  private static void addLevel(Directory directory, Page full, boolean below, List<Page> pages)
      throws IOException {
    try {
      Directory.Kind kind = directory.kind();
      boolean marked = below || kind == Directory.Kind.REDUCED;
      if (kind == Directory.Kind.MASK
          || !isReduction(PageReader.size(directory), full.size(), marked)) {
        return;
      }
      Page page = PageReader.read(directory);
      Interpretation mine = page.interpretation();
      Interpretation whole = full.interpretation();
      boolean alike = marked ? mine.layout() == whole.layout() : mine.isLike(whole);
      if (alike) {
        pages.add(page);
      }
    } catch (DamagedImageException | UnsupportedImageException e) {
      return;
    }
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

  /** The full size, then what is smaller and smaller; of equal ones a tiled one. */
  private static List<Page> sorted(Page full, List<Page> levels) {
    levels.sort(
        Comparator.comparingLong((Page p) -> -p.size().area())
            .thenComparing(p -> !p.grid().tiled()));
    List<Page> sorted = new ArrayList<>(List.of(full));
    for (Page page : levels) {
      Dimensions last = sorted.getLast().size();
      if (page.size().fitsInto(last) && !page.size().equals(last)) {
        sorted.add(page);
      }
    }
    return sorted;
  }
}
