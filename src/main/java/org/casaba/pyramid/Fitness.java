package org.casaba.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.tiff.TiffSurvey;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.ResolutionLevel;

/**
 * How well a file serves: whether any part of it, in any size, is had by decoding little more than
 * is shown.
 *
 * @param summary what it is, in a line
 * @param wants what should be done, in words for people; empty if it is fit
 * @param notes what could be better, but need not
 */
public record Fitness(String summary, List<String> wants, List<String> notes) {
  /** Pictures of no more pixels are decoded quickly whatever they are. */
  private static final long SMALL = 1 << 20;

  private static final int SMALLEST_TILE = 128;
  private static final int LARGEST_TILE = 1024;
  private static final int LARGEST_LAST_SIDE = 1024;

  /** From one level to the next. */
  private static final double LONGEST_STEP = 4.1;

  public Fitness {
    wants = List.copyOf(wants);
    notes = List.copyOf(notes);
  }

  public boolean fit() {
    return wants.isEmpty();
  }

  /** Looks at an image without decoding it. */
  public static Fitness of(Content content, DecodedImage image) throws IOException {
    return image.facts().format().equals("TIFF")
        ? ofTiff(TiffSurvey.of(content))
        : ofOther(content, image);
  }

  private static Fitness ofOther(Content content, DecodedImage image) throws IOException {
    Dimensions size = image.facts().storedSize();
    SourceTraits traits = SourceTraits.of(content, image);
    String summary = image.facts().format() + ", " + text(size) + depth(traits.bits());
    if (size.area() <= SMALL) {
      return new Fitness(summary, List.of(), List.of());
    }
    if (image.jpeg(0).isPresent()) {
      return new Fitness(
          summary,
          List.of(),
          List.of("served well once its index is made; a pyramid is served well at once"));
    }
    boolean tiled =
        image.facts().levels().stream().map(ResolutionLevel::tile).anyMatch(t -> t.isPresent());
    return tiled
        ? new Fitness(summary, List.of(), List.of())
        : new Fitness(
            summary, List.of("make a pyramid: all of it is decoded for any part"), List.of());
  }

  private static Fitness ofTiff(TiffSurvey survey) {
    TiffSurvey.Level full = survey.levels().getFirst();
    List<String> wants = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (full.size().area() > SMALL) {
      for (TiffSurvey.Level level : survey.levels()) {
        judgeTiles(level, wants);
      }
      judgeLevels(survey.levels(), wants);
      judgePixels(survey, full, notes);
    }
    return new Fitness(summary(survey, full), wants, notes);
  }

  private static void judgeTiles(TiffSurvey.Level level, List<String> wants) {
    if (level.size().area() <= SMALL) {
      return;
    }
    if (level.tile().isEmpty()) {
      wants.add("make a pyramid: " + text(level.size()) + " is not tiled");
      return;
    }
    Dimensions tile = level.tile().get();
    int smaller = Math.min(tile.width(), tile.height());
    int larger = Math.max(tile.width(), tile.height());
    if (smaller < SMALLEST_TILE || larger > LARGEST_TILE) {
      wants.add(
          "make it anew with tiles of 256 to 1024 pixels: "
              + text(level.size())
              + " has tiles of "
              + text(tile));
    }
  }

  private static void judgeLevels(List<TiffSurvey.Level> levels, List<String> wants) {
    for (int i = 1; i < levels.size(); i++) {
      Dimensions larger = levels.get(i - 1).size();
      Dimensions smaller = levels.get(i).size();
      if (larger.width() > LONGEST_STEP * smaller.width()) {
        wants.add(
            "make it anew: there is nothing between " + text(larger) + " and " + text(smaller));
      }
    }
    Dimensions last = levels.getLast().size();
    if (Math.max(last.width(), last.height()) > LARGEST_LAST_SIDE) {
      wants.add("make it anew with reduced levels: its smallest is " + text(last));
    }
  }

  private static void judgePixels(TiffSurvey survey, TiffSurvey.Level full, List<String> notes) {
    switch (full.compression()) {
      case "NONE" -> notes.add("not compressed; deflate makes it smaller without loss");
      case "LZW", "PACKBITS" -> notes.add("deflate or JPEG would be faster and smaller");
      default -> {}
    }
    if (full.compression().equals("JPEG") && !full.ycbcr()) {
      notes.add("JPEG tiles of colours that are not YCbCr are larger, and slower to send");
    }
    if (survey.bits() > 8) {
      notes.add("its " + survey.bits() + " bits a sample are reduced to 8 for each request");
    }
  }

  private static String summary(TiffSurvey survey, TiffSurvey.Level full) {
    String compression =
        full.compression().equals("JPEG")
            ? full.ycbcr() ? "JPEG in YCbCr" : "JPEG"
            : full.compression().equals("NONE")
                ? "uncompressed"
                : full.compression().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "TIFF, "
        + text(full.size())
        + depth(survey.bits())
        + ", "
        + full.tile().map(t -> "tiles of " + text(t)).orElse("untiled")
        + ", "
        + compression
        + ", levels: "
        + survey.levels().size();
  }

  private static String depth(int bits) {
    return bits == 8 ? "" : ", " + bits + " bits";
  }

  private static String text(Dimensions size) {
    return size.width() + " x " + size.height();
  }
}
