package org.casaba.pyramid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casaba.codec.tiff.TiffSurvey;
import org.casaba.geometry.Dimensions;

/** How well a TIFF file serves: by its tiles, its smaller sizes, and how its pixels are stored. */
final class TiffFitness {
  private static final int SMALLEST_TILE = 128;
  private static final int LARGEST_TILE = 1024;
  private static final int LARGEST_LAST_SIDE = 1024;

  /** From one level to the next. */
  private static final double LONGEST_STEP = 4.1;

  private TiffFitness() {}

  /**
   * Judges a file.
   *
   * @param color whether the picture has colours
   */
  static Fitness of(TiffSurvey survey, boolean color) {
    TiffSurvey.Level full = survey.levels().getFirst();
    if (full.size().area() <= Fitness.SMALL) {
      return new Fitness(summary(survey, full), List.of(), List.of());
    }
    List<String> reasons = new ArrayList<>();
    survey.levels().stream().flatMap(l -> tiles(l).stream()).findFirst().ifPresent(reasons::add);
    addLevels(survey.levels(), reasons);
    List<String> wants =
        reasons.isEmpty() ? List.of() : List.of(Fitness.needsPyramid(String.join("; ", reasons)));
    return new Fitness(summary(survey, full), wants, notes(survey, full, color));
  }

  private static Optional<String> tiles(TiffSurvey.Level level) {
    if (level.size().area() <= Fitness.SMALL) {
      return Optional.empty();
    }
    String size = Fitness.text(level.size());
    if (level.tile().isEmpty()) {
      return Optional.of(size + " is not cut into tiles");
    }
    Dimensions tile = level.tile().get();
    int smaller = Math.min(tile.width(), tile.height());
    int larger = Math.max(tile.width(), tile.height());
    return smaller < SMALLEST_TILE || larger > LARGEST_TILE
        ? Optional.of(
            size + " has tiles of " + Fitness.text(tile) + ", good ones have 256 to 1024 pixels")
        : Optional.empty();
  }

  private static void addLevels(List<TiffSurvey.Level> levels, List<String> reasons) {
    for (int i = 1; i < levels.size(); i++) {
      Dimensions larger = levels.get(i - 1).size();
      Dimensions smaller = levels.get(i).size();
      if (larger.width() > LONGEST_STEP * smaller.width()) {
        reasons.add(
            "sizes between " + Fitness.text(larger) + " and " + Fitness.text(smaller) + " lack");
      }
    }
    Dimensions last = levels.getLast().size();
    if (Math.max(last.width(), last.height()) > LARGEST_LAST_SIDE) {
      reasons.add(
          levels.size() == 1
              ? "it holds no smaller sizes"
              : "it holds no sizes smaller than " + Fitness.text(last));
    }
  }

  private static List<String> notes(TiffSurvey survey, TiffSurvey.Level full, boolean color) {
    List<String> notes = new ArrayList<>();
    switch (full.compression()) {
      case "NONE" ->
          notes.add("it is not compressed; made anew with --overwrite it would be smaller");
      case "LZW", "PACKBITS" ->
          notes.add("made anew with --overwrite it would be smaller and faster");
      default -> {}
    }
    if (full.compression().equals("JPEG") && color && !full.ycbcr()) {
      notes.add("its JPEG tiles hold RGB instead of YCbCr, so they are larger and slower to send");
    }
    if (survey.bits() > 8) {
      notes.add("its " + survey.bits() + " bits a sample are reduced to 8 for each request");
    }
    return notes;
  }

  private static String summary(TiffSurvey survey, TiffSurvey.Level full) {
    String compression =
        switch (full.compression()) {
          case "JPEG" -> full.ycbcr() ? "JPEG in YCbCr" : "JPEG";
          case "NONE" -> "uncompressed";
          default -> full.compression().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    int levels = survey.levels().size();
    return "TIFF, "
        + Fitness.text(full.size())
        + Fitness.depth(survey.bits())
        + ", "
        + full.tile().map(t -> "tiles of " + Fitness.text(t)).orElse("untiled")
        + ", "
        + compression
        + ", "
        + levels
        + (levels == 1 ? " size" : " sizes");
  }
}
