package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.jpeg.ColorTransform;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;

/**
 * How a TIFF file is stored, for those who judge it.
 *
 * @param bits of a sample
 * @param levels the full size first, each smaller than the one before
 */
public record TiffSurvey(int bits, List<Level> levels) {
  /** Tiles or strips that are looked at together. */
  private static final int AT_ONCE = 10_000;

  public TiffSurvey {
    levels = List.copyOf(levels);
  }

  /**
   * A resolution level.
   *
   * @param tile size of its tiles; empty where there are strips
   * @param compression a short name
   * @param ycbcr whether JPEG data are in YCbCr
   */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
  public record Level(
      Dimensions size, Optional<Dimensions> tile, String compression, boolean ycbcr) {}

  /** Surveys the first page; fails as decoding it does. */
  public static TiffSurvey of(Content content) throws IOException {
    TiffIndex index = TiffIndex.read(content, 1);
    return new TiffSurvey(
        index.pages().getFirst().interpretation().bits(),
        index.pages().stream().map(TiffSurvey::level).toList());
  }

  /** Whether tiles or strips of the first page lie beyond the end of the file. */
  public static boolean isBrokenOff(Content content) throws IOException {
    for (Page page : TiffIndex.read(content, 1).pages()) {
      long count = page.grid().count();
      for (long from = 0; from < count; from += AT_ONCE) {
        int some = (int) Math.min(AT_ONCE, count - from);
        for (Segment segment : page.table().locate(content, from, some)) {
          if (segment.isStored() && segment.offset() > content.size() - segment.length()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Level level(Page page) {
    Coding coding = page.coding();
    return new Level(
        page.size(),
        page.level().tile(),
        coding.compression().name(),
        coding.jpeg().transform() == ColorTransform.YCC);
  }
}
