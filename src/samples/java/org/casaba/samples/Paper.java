package org.casaba.samples;

/** What lies under the ink: the sheet, its age, and the washes of colour on land and sea. */
final class Paper {
  private static final int CELL = 16;
  private static final double[] SHEET = {0xF5, 0xEE, 0xDD};

  private final Sheet sheet;
  private final Island island;
  private final Grid light;
  private final Grid[] onLand;
  private final Grid[] atSea;

  Paper(Sheet sheet, Land all) {
    this.sheet = sheet;
    island = all.island();
    var age = new Noise(3);
    light = Grid.of(sheet.width(), sheet.height(), 8, this::lightAt);
    onLand = new Grid[3];
    atSea = new Grid[3];
    for (int i = 0; i < 3; i++) {
      int channel = i;
      onLand[i] =
          Grid.of(
              sheet.width(),
              sheet.height(),
              CELL,
              (x, y) -> land(channel, all.woods().density(x, y), island.height.at(x, y)));
      atSea[i] =
          Grid.of(
              sheet.width(),
              sheet.height(),
              CELL,
              (x, y) -> sea(channel, all.sea().distance(x, y)));
      Grid[] both = {onLand[i], atSea[i]};
      for (Grid grid : both) {
        stain(grid, age);
      }
    }
  }

  private static void stain(Grid grid, Noise age) {
    for (int k = 0; k < grid.values().length; k++) {
      double x = k % grid.columns() * CELL / 2600.0;
      double y = k / grid.columns() * CELL / 2600.0;
      grid.values()[k] *= (float) (1 - 0.018 * (0.6 + age.fractal(x, y, 4, 0.5)));
    }
  }

  private static double land(int channel, double wood, double metres) {
    double[] warm = {0xF4, 0xE9, 0xCF};
    double[] leaf = {0xDB, 0xDD, 0xB6};
    double[] high = {0xEF, 0xE4, 0xD2};
    double green = Math.clamp(wood * 2.2, 0, 0.8);
    double up = Math.clamp((metres - 250) / 500, 0, 1) * (1 - green);
    double base = warm[channel] + green * (leaf[channel] - warm[channel]);
    return base + up * (high[channel] - base);
  }

  private static double sea(int channel, double off) {
    double[] wash = {0xB4, 0xCD, 0xCB};
    double[] open = {0xE6, 0xE9, 0xDD};
    double near = Math.exp(-off / 120);
    return open[channel] + near * (wash[channel] - open[channel]);
  }

  /* Light from the north-west, 1 on level ground. */
  private double lightAt(double x, double y) {
    if (!island.isLand(x, y)) {
      return 1;
    }
    double slope = (island.height.slopeX(x, y) + island.height.slopeY(x, y)) / 2 / 1.4142;
    return Math.clamp(1 + 0.30 * slope, 0.82, 1.03);
  }

  /** Fills a part of the sheet, row by row, with opaque pixels. */
  void lay(int[] pixels, int left, int top, int width, int height) {
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        pixels[row * width + column] = pixel(left + column, top + row);
      }
    }
  }

  private int pixel(int x, int y) {
    if (!sheet.contains(x, y, 0)) {
      return rgb(SHEET[0], SHEET[1], SHEET[2]);
    }
    double shore = Math.clamp(island.land.at(x, y) + 0.5, 0, 1);
    if (shore == 0) {
      return rgb(atSea[0].at(x, y), atSea[1].at(x, y), atSea[2].at(x, y));
    }
    double land = shore * light.at(x, y);
    double sea = 1 - shore;
    return rgb(
        land * onLand[0].at(x, y) + sea * atSea[0].at(x, y),
        land * onLand[1].at(x, y) + sea * atSea[1].at(x, y),
        land * onLand[2].at(x, y) + sea * atSea[2].at(x, y));
  }

  private static int rgb(double red, double green, double blue) {
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(double value) {
    return (int) Math.clamp(value + 0.5, 0, 255);
  }
}
