package org.casaba.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casaba.geometry.Dimensions;
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Position;

/**
 * Lines of text, set in one size and measured. Java's fonts are used here and in {@link TextWrap}.
 *
 * @param lines from the top
 * @param ascent pixels above the first baseline
 * @param pitch pixels from one baseline to the next
 * @param margin around the lines, pixels
 */
record TextBlock(List<Line> lines, double ascent, double pitch, double margin) {
  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  /** Of the font's size: what a background extends beyond the letters. */
  private static final double PADDING = 0.25;

  /** Of a picture's side: what a margin keeps where the text needs more than all of it. */
  private static final double LEAST_MARGIN = 0.125;

  /**
   * A line.
   *
   * @param outline of its letters, the baseline at 0, beginning at 0
   * @param width pixels
   * @param leftToRight how it is read
   */
  record Line(Shape outline, double width, boolean leftToRight) {
    private static Line of(String text, Map<TextAttribute, Object> attributes) {
      TextLayout layout = new TextLayout(text.isEmpty() ? " " : text, attributes, SMOOTH);
      Shape outline = layout.getOutline(null);
      Rectangle2D seen = outline.getBounds2D();
      double left = Math.min(0, seen.getX());
      double width = Math.max(layout.getAdvance(), seen.getMaxX()) - left;
      AffineTransform right = AffineTransform.getTranslateInstance(-left, 0);
      return new Line(right.createTransformedShape(outline), width, layout.isLeftToRight());
    }

    private boolean isEmpty() {
      return outline.getBounds2D().isEmpty();
    }
  }

  /**
   * @param lines without control characters
   * @param size pixels per em
   */
  static TextBlock of(List<String> lines, Lettering lettering, double size) {
    Map<TextAttribute, Object> attributes = attributes(lettering, size);
    TextLayout standard = new TextLayout("Xg", attributes, SMOOTH);
    double pitch = standard.getAscent() + standard.getDescent() + standard.getLeading();
    double padding = lettering.background() >>> 24 == 0 ? 0 : PADDING * size;
    double margin = padding + lettering.strokeWidth() + 1;
    List<Line> set = lines.stream().map(line -> Line.of(line, attributes)).toList();
    return new TextBlock(set, standard.getAscent(), pitch, margin);
  }

  /**
   * The same broken between words, for a place that is too narrow. Does not begin with lines in
   * which there is nothing to see: they would push the others out.
   *
   * @param width of the place, pixels
   */
  static TextBlock wrapped(List<String> lines, Lettering lettering, double size, int width) {
    TextBlock unwrapped = of(List.of(), lettering, size);
    double across = width - 2 * Math.min(unwrapped.margin, LEAST_MARGIN * width);
    TextWrap wrap = new TextWrap(attributes(lettering, size), SMOOTH, across);
    TextBlock block = of(wrap.wrap(lines), lettering, size);
    List<Line> seen = block.lines.stream().dropWhile(Line::isEmpty).toList();
    return seen.isEmpty() ? block : new TextBlock(seen, block.ascent, block.pitch, block.margin);
  }

  private static Map<TextAttribute, Object> attributes(Lettering lettering, double size) {
    return Map.of(
        TextAttribute.FAMILY, lettering.font(),
        TextAttribute.SIZE, (float) size,
        TextAttribute.WEIGHT, (float) lettering.weight(),
        TextAttribute.TRACKING, (float) lettering.spacing());
  }

  double fullWidth() {
    return widest() + 2 * margin;
  }

  double fullHeight() {
    return height() + 2 * margin;
  }

  /** With one line only. */
  double leastHeight() {
    return pitch + 2 * margin;
  }

  private double widest() {
    return lines.stream().mapToDouble(Line::width).max().orElse(0);
  }

  private double height() {
    return lines.size() * pitch;
  }

  /**
   * Draws it, or as much from its beginning as there is room for.
   *
   * @param position tells on which side the lines are even
   */
  Stamp draw(Lettering lettering, Position position, Dimensions room) {
    int width = (int) Math.clamp(Math.ceil(fullWidth()), 1, room.width());
    int height = (int) Math.clamp(Math.ceil(fullHeight()), 1, room.height());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(new Color(lettering.background(), true));
      graphics.fillRect(0, 0, width, height);
      drawLetters(graphics, placed(position, width, height), lettering);
    } finally {
      graphics.dispose();
    }
    return new Stamp(width, height, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }

  /** The outlines of the lines that are seen, where they lie. */
  private List<Shape> placed(Position position, int width, int height) {
    double edge = margin(widest(), width);
    double across = Math.min(widest(), width - 2 * edge);
    double baseline = margin(height(), height) + ascent;
    if (height() > height && !lines.isEmpty()) {
      // Where not even the first line may be seen as a whole, its letters begin at the edge.
      baseline -= ascent + lines.getFirst().outline().getBounds2D().getY();
    }
    List<Shape> placed = new ArrayList<>();
    for (Line line : lines) {
      double x =
          line.width() > width
              ? beginning(line, edge, width)
              : edge + (across - line.width()) * evenness(position);
      placed.add(
          AffineTransform.getTranslateInstance(x, baseline).createTransformedShape(line.outline()));
      baseline += pitch;
      if (baseline - ascent - margin > height) {
        break;
      }
    }
    return placed;
  }

  /** Where a line lies of which only the beginning is seen: blanks before it are not. */
  private static double beginning(Line line, double edge, int width) {
    Rectangle2D seen = line.outline().getBounds2D();
    return line.leftToRight() ? edge - seen.getX() : width - edge - seen.getMaxX();
  }

  /** It gives way to the text. */
  private double margin(double length, int room) {
    return room >= length
        ? Math.min(margin, (room - length) / 2)
        : Math.min(margin, LEAST_MARGIN * room);
  }

  /**
   * The letters over their outline, which so is as wide as was asked for on the outside. First all
   * outlines, so that a wide one does not cover the letters of the line above.
   */
  private static void drawLetters(Graphics2D graphics, List<Shape> lines, Lettering lettering) {
    if (lettering.strokeWidth() > 0) {
      graphics.setColor(new Color(lettering.stroke(), true));
      graphics.setStroke(
          new BasicStroke(
              (float) (2 * lettering.strokeWidth()),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND));
      lines.forEach(graphics::draw);
    }
    graphics.setColor(new Color(lettering.color(), true));
    lines.forEach(graphics::fill);
  }

  private static double evenness(Position position) {
    return switch (position) {
      case TOP_LEFT, LEFT_CENTER, BOTTOM_LEFT -> 0;
      case TOP_CENTER, CENTER, BOTTOM_CENTER, REPEAT, SCALED -> 0.5;
      case TOP_RIGHT, RIGHT_CENTER, BOTTOM_RIGHT -> 1;
    };
  }
}
