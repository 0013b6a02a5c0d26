package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.NoSuchPageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.plan.ImageFacts;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of a TIFF file's directories: a page and its smaller levels. Immutable and
 * independent of open content; valid as long as the content's version is the same. What is a page,
 * and what a level of it, {@link PageChains} says.
 *
 * @param pages the levels of {@code facts}, in the same order
 * @param icc where the ICC profile lies; null for none
 * @param pageCount how many pages the file has, of which this is one
 */
record TiffIndex(ImageFacts facts, List<Page> pages, @Nullable Field icc, int pageCount) {
  TiffIndex {
    pages = List.copyOf(pages);
  }

  /**
   * Reads the directories.
   *
   * @param number of the page, from 1
   * @throws NoSuchPageException if there are fewer
   * @throws DamagedImageException if those of the page are wrong
   * @throws UnsupportedImageException if the page is of a kind that is not decoded here
   */
  static TiffIndex read(Content content, int number) throws IOException {
    PageChains chains = PageChains.of(DirectoryReader.of(content));
    Directory picture = chains.picture(number);
    Page full = PageReader.read(picture);
    List<Page> pages = sorted(full, chains.levels(number));
    ImageFacts facts =
        new ImageFacts(
            "TIFF",
            Orientation.ofExif((int) picture.number(Tag.ORIENTATION, 1)),
            pages.stream().map(Page::level).toList(),
            full.interpretation().coloring(),
            full.interpretation().hasAlpha());
    Field icc = picture.find(Tag.ICC_PROFILE).orElse(null);
    return new TiffIndex(facts, pages, icc, chains.count());
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
