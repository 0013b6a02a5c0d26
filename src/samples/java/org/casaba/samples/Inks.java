package org.casaba.samples;

import java.awt.Color;

/** The colours of the chart: one black, and the washes that were laid on by hand. */
final class Inks {
  static final Color BLACK = new Color(0x2C231B);
  static final Color GREY = new Color(0x6B5F52);
  static final Color SIENNA = new Color(0xA9, 0x78, 0x4C, 0xB0);
  static final Color WATER = new Color(0x45667A);
  static final Color WATER_WASH = new Color(0xC9D8D6);
  static final Color ROSE = new Color(0xDDA697);
  static final Color RED = new Color(0xA84432);
  static final Color GREEN = new Color(0xA9B48A);
  static final Color LEAF = new Color(0xB9C29C);
  static final Color OCHRE = new Color(0xE3CB96);
  static final Color PAPER = new Color(0xF6EFDF);
  static final Color SHEET = new Color(0xFBF6EA);

  private Inks() {}

  static Color faint(Color ink, double share) {
    return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), (int) (255 * share));
  }
}
