package org.casaba.render;

import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;

/**
 * Lays a picture on an opaque background. A picture without alpha is left as it is; gray becomes
 * RGB if the background is coloured.
 *
 * @param background 0xRRGGBB
 */
record Flatten(int background) implements Step {

  @Override
  public PixelRows apply(PixelRows rows) {
    return switch (rows.layout()) {
      case GRAY, RGB -> rows;
      case GRAY_ALPHA ->
          isGray()
              ? new EachRow(rows, PixelLayout.GRAY, this::grayToGray)
              : new EachRow(rows, PixelLayout.RGB, this::grayToColor);
      case RGBA -> new EachRow(rows, PixelLayout.RGB, this::colorToColor);
    };
  }

  private boolean isGray() {
    return red() == green() && green() == blue();
  }

  private int red() {
    return background >> 16 & 0xff;
  }

  private int green() {
    return background >> 8 & 0xff;
  }

  private int blue() {
    return background & 0xff;
  }

  private void grayToGray(byte[] from, byte[] to, int width) {
    for (int i = 0; i < width; i++) {
      to[i] = laid(from[2 * i], red(), from[2 * i + 1]);
    }
  }

  private void grayToColor(byte[] from, byte[] to, int width) {
    for (int i = 0; i < width; i++) {
      byte gray = from[2 * i];
      byte alpha = from[2 * i + 1];
      to[3 * i] = laid(gray, red(), alpha);
      to[3 * i + 1] = laid(gray, green(), alpha);
      to[3 * i + 2] = laid(gray, blue(), alpha);
    }
  }

  private void colorToColor(byte[] from, byte[] to, int width) {
    for (int i = 0; i < width; i++) {
      byte alpha = from[4 * i + 3];
      to[3 * i] = laid(from[4 * i], red(), alpha);
      to[3 * i + 1] = laid(from[4 * i + 1], green(), alpha);
      to[3 * i + 2] = laid(from[4 * i + 2], blue(), alpha);
    }
  }

  private static byte laid(byte sample, int below, byte alpha) {
    int opacity = alpha & 0xff;
    return (byte) (((sample & 0xff) * opacity + below * (255 - opacity) + 127) / 255);
  }
}
