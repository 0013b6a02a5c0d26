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
import org.casaba.plan.Overlay.Lettering;
import org.casaba.plan.Overlay.Position;

/**
 * Lines of text, set in one size and measured. The only place where Java's fonts are used.
 *
 * @param shapes outlines of the lines, the first baseline at 0, each beginning at 0
 * @param widths of the lines, pixels
 * @param ascent pixels above the first baseline
 * @param height of all lines together, pixels
 * @param margin around the lines, pixels
 */
record TextBlock(
    List<Shape> shapes, List<Double> widths, double ascent, double height, double margin) {
  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  /** Of the font's size: what a background extends beyond the letters. */
  private static final double PADDING = 0.25;

  /**
   * @param lines without control characters
   * @param size pixels per em
   */
  static TextBlock of(List<String> lines, Lettering lettering, double size) {
    Map<TextAttribute, Object> attributes =
        Map.of(
            TextAttribute.FAMILY, lettering.font(),
            TextAttribute.SIZE, (float) size,
            TextAttribute.WEIGHT, (float) lettering.weight(),
            TextAttribute.TRACKING, (float) lettering.spacing());
    TextLayout standard = new TextLayout("Xg", attributes, SMOOTH);
    double pitch = standard.getAscent() + standard.getDescent() + standard.getLeading();
    List<Shape> shapes = new ArrayList<>();
    List<Double> widths = new ArrayList<>();
    for (String line : lines) {
      TextLayout layout = new TextLayout(line.isEmpty() ? " " : line, attributes, SMOOTH);
      Shape outline = layout.getOutline(null);
      Rectangle2D seen = outline.getBounds2D();
      double left = Math.min(0, seen.getX());
      AffineTransform down = AffineTransform.getTranslateInstance(-left, shapes.size() * pitch);
      widths.add(Math.max(layout.getAdvance(), seen.getMaxX()) - left);
      shapes.add(down.createTransformedShape(outline));
    }
    double padding = lettering.background() >>> 24 == 0 ? 0 : PADDING * size;
    double margin = padding + lettering.strokeWidth() + 1;
    return new TextBlock(shapes, widths, standard.getAscent(), lines.size() * pitch, margin);
  }

  double fullWidth() {
    return widest() + 2 * margin;
  }

  double fullHeight() {
    return height + 2 * margin;
  }

  private double widest() {
    return widths.stream().mapToDouble(each -> each).max().orElse(0);
  }

  /**
   * Draws it.
   *
   * @param position tells on which side the lines are even
   */
  Stamp draw(Lettering lettering, Position position) {
    int width = Math.max(1, (int) Math.ceil(fullWidth()));
    int height = Math.max(1, (int) Math.ceil(fullHeight()));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(new Color(lettering.background(), true));
      graphics.fillRect(0, 0, width, height);
      graphics.translate(margin, margin + ascent);
      for (int i = 0; i < shapes.size(); i++) {
        double room = widest() - widths.get(i);
        Shape line =
            AffineTransform.getTranslateInstance(room * evenness(position), 0)
                .createTransformedShape(shapes.get(i));
        drawLine(graphics, line, lettering);
      }
    } finally {
      graphics.dispose();
    }
    return new Stamp(width, height, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }

  /** The letters over their outline, which so is as wide as was asked for on the outside. */
  private static void drawLine(Graphics2D graphics, Shape line, Lettering lettering) {
    if (lettering.strokeWidth() > 0) {
      graphics.setColor(new Color(lettering.stroke(), true));
      graphics.setStroke(
          new BasicStroke(
              (float) (2 * lettering.strokeWidth()),
              BasicStroke.CAP_ROUND,
              BasicStroke.JOIN_ROUND));
      graphics.draw(line);
    }
    graphics.setColor(new Color(lettering.color(), true));
    graphics.fill(line);
  }

  private static double evenness(Position position) {
    return switch (position) {
      case TOP_LEFT, LEFT_CENTER, BOTTOM_LEFT -> 0;
      case TOP_CENTER, CENTER, BOTTOM_CENTER, REPEAT, SCALED -> 0.5;
      case TOP_RIGHT, RIGHT_CENTER, BOTTOM_RIGHT -> 1;
    };
  }
}
