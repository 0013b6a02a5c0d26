package org.casaba.pyramid;

import java.io.IOException;
import java.util.List;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.tiff.TiffSurvey;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.JpegTables;
import org.casaba.plan.ImageFacts;

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
  static final long SMALL = 1 << 20;

  /** From here on looking through a JPEG is felt by who waits for it. */
  private static final long LARGE_JPEG = 50_000_000;

  private static final String BROKEN_OFF = "it is broken off, get it anew from where it came from";

  public Fitness {
    wants = List.copyOf(wants);
    notes = List.copyOf(notes);
  }

  public boolean fit() {
    return wants.isEmpty();
  }

  /** Looks at an image without decoding it. */
  public static Fitness of(Content content, DecodedImage image) throws IOException {
    String format = image.facts().format();
    Fitness fitness =
        format.equals("TIFF")
            ? TiffFitness.of(
                TiffSurvey.of(content), image.facts().coloring() == ImageFacts.Coloring.COLOR)
            : ofOther(content, image, format);
    return Wholeness.isBrokenOff(content, format)
        ? new Fitness(fitness.summary, List.of(BROKEN_OFF), List.of())
        : fitness;
  }

  /** Whether a file is a tiled TIFF that needs no pyramid, since it is one. */
  public static boolean isPyramid(Content content, DecodedImage image) throws IOException {
    return image.facts().format().equals("TIFF")
        && image.facts().levels().getFirst().tile().isPresent()
        && of(content, image).fit();
  }

  private static Fitness ofOther(Content content, DecodedImage image, String format)
      throws IOException {
    Dimensions size = image.facts().storedSize();
    String depth = depth(SourceTraits.of(content, image).bits());
    if (format.equals("JPEG")) {
      return ofJpeg(JpegHeader.read(JpegBytes.of(content::read), JpegTables.NONE), size);
    }
    String summary = format + ", " + text(size) + depth;
    boolean tiled = image.facts().levels().stream().anyMatch(l -> l.tile().isPresent());
    return tiled || size.area() <= SMALL
        ? new Fitness(summary, List.of(), List.of())
        : new Fitness(summary, List.of(needsPyramid("for any part all of it is read")), List.of());
  }

  private static Fitness ofJpeg(JpegHeader header, Dimensions size) {
    boolean progressive = header.frame().progressive();
    String summary = (progressive ? "progressive JPEG, " : "JPEG, ") + text(size);
    if (size.area() <= SMALL) {
      return new Fitness(summary, List.of(), List.of());
    }
    if (!header.inOneScan()) {
      String layers = "it is stored in layers, so that for any part all of it is read";
      return new Fitness(summary, List.of(needsPyramid(layers)), List.of());
    }
    if (header.frame().components().size() == 4) {
      String inks = "its inks (CMYK) are made RGB for each answer";
      return new Fitness("CMYK " + summary, List.of(needsPyramid(inks)), List.of());
    }
    return new Fitness(
        summary,
        List.of(),
        size.area() < LARGE_JPEG
            ? List.of()
            : List.of(
                "it may stay as it is: the server reads all of it once, before the first part of it"
                    + " that is shown; a pyramid spares that wait"));
  }

  static String needsPyramid(String reason) {
    return "make a pyramid of it: " + reason;
  }

  static String depth(int bits) {
    return bits == 8 ? "" : ", " + bits + (bits == 1 ? " bit" : " bits");
  }

  static String text(Dimensions size) {
    return size.width() + " x " + size.height();
  }
}
