package org.casaba.samples;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/**
 * One style of writing: an alphabet, a pen, a size and a spacing. Turns words into outlines.
 *
 * <p>The broad pen is an ellipse that is wide and low, so that upright strokes come out thick and
 * level ones fine, as the burin cuts them. It is made by squeezing the path, stroking it with a
 * round pen and stretching it again.
 */
final class Lettering {
  /** Where a word lies in relation to its point. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  private final Alphabet alphabet;
  private final double size;
  private final double tracking;
  private final double slant;
  private final double weight;
  private final Map<Character, Shape> cut = new HashMap<>();

  private Lettering(Alphabet alphabet, double size, double tracking, double slant, double weight) {
    this.alphabet = alphabet;
    this.size = size;
    this.tracking = tracking;
    this.slant = slant;
    this.weight = weight;
  }

  /** Upright letters with capitals of the given height in pixels. */
  static Lettering roman(double size) {
    return new Lettering(Alphabet.ROMAN_LETTERS, size, 12, 0, 15);
  }

  /** Sloping letters with capitals of the given height in pixels. */
  static Lettering italic(double size) {
    return new Lettering(Alphabet.ITALIC_LETTERS, size, 9, 0.26, 11.5);
  }

  /** The same with more room between letters, in hundredths of the capitals' height. */
  Lettering spaced(double hundredths) {
    return new Lettering(alphabet, size, hundredths, slant, weight);
  }

  /** The same with a broader or narrower pen, in hundredths of the capitals' height. */
  Lettering weighing(double hundredths) {
    return new Lettering(alphabet, size, tracking, slant, hundredths);
  }

  double size() {
    return size;
  }

  /** Length of the words on the page, without the space after the last letter. */
  double width(String words) {
    double width = 0;
    for (int i = 0; i < words.length(); i++) {
      width += advance(words.charAt(i));
    }
    return width - tracking * size / 100;
  }

  /** Outlines of the words on a level baseline. */
  Path2D at(double x, double y, Anchor anchor, String words) {
    return turned(x, y, 0, anchor, words);
  }

  /** Outlines of the words on a straight baseline that is turned clockwise around its point. */
  Path2D turned(double x, double y, double angle, Anchor anchor, String words) {
    Path2D all = new Path2D.Float();
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(angle);
    place.translate(-width(words) * anchor.share, 0);
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      if (letter != ' ') {
        all.append(outline(letter).getPathIterator(place), false);
      }
      place.translate(advance(letter), 0);
    }
    return all;
  }

  /** Outlines of the words on a curve, centred on its length, each letter turned with it. */
  Path2D along(Line baseline, String words) {
    Path2D all = new Path2D.Float();
    double position = (baseline.length() - width(words)) / 2;
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      double advance = advance(letter);
      double middle = position + (advance - tracking * size / 100) / 2;
      if (letter != ' ') {
        double[] point = baseline.at(middle);
        AffineTransform place = AffineTransform.getTranslateInstance(point[0], point[1]);
        place.rotate(point[2]);
        place.translate(position - middle, 0);
        all.append(outline(letter).getPathIterator(place), false);
      }
      position += advance;
    }
    return all;
  }

  private double advance(char letter) {
    double box = letter == ' ' ? 34 + tracking * 0.6 : alphabet.glyph(letter).advance();
    return (box + tracking) * size / 100;
  }

  private Shape outline(char letter) {
    return cut.computeIfAbsent(letter, this::cut);
  }

  private Shape cut(char letter) {
    Alphabet.Glyph glyph = alphabet.glyph(letter);
    // Small letters need relatively stronger pens, or they fade in print and on a screen.
    double pen = Character.isLowerCase(letter) ? 0.84 * weight : weight;
    double broadPen = Math.max(pen, 165 / size);
    double finePen = Math.max(0.27 * weight, 100 / size);
    double squeeze = Math.min(1, finePen / broadPen);
    AffineTransform stretch = AffineTransform.getScaleInstance(1, squeeze);
    AffineTransform squeezed = AffineTransform.getScaleInstance(1, 1 / squeeze);
    Shape broad =
        new BasicStroke((float) broadPen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
            .createStrokedShape(squeezed.createTransformedShape(glyph.broad()));
    Shape fine =
        new BasicStroke((float) finePen, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
            .createStrokedShape(glyph.fine());
    AffineTransform page =
        new AffineTransform(size / 100, 0, slant * size / 100, -size / 100, 0, 0);
    Path2D letterShape = new Path2D.Float(Path2D.WIND_NON_ZERO);
    letterShape.append(stretch.createTransformedShape(broad).getPathIterator(page), false);
    letterShape.append(fine.getPathIterator(page), false);
    return letterShape;
  }
}
