package org.casaba.codec.webp.lossy;

import java.io.IOException;
import org.casaba.content.Content;

/**
 * The rows of a picture from the top, as RGB. Chroma, which has half the lines and columns of luma,
 * is interpolated as libwebp does it. Not thread-safe.
 */
public final class LossyRows {
  private final int width;
  private final int macroblocksDown;
  private final int chromaLines;
  private final MacroblockRows rows;
  private final Window window;
  private int y;

  /**
   * Reads the headers.
   *
   * @param end where in the file the frame ends
   */
  public LossyRows(Content content, FrameHeader frame, long end) throws IOException {
    this.width = frame.size().width();
    this.macroblocksDown = Math.ceilDiv(frame.size().height(), 16);
    this.chromaLines = Math.ceilDiv(frame.size().height(), 2);
    this.rows = new MacroblockRows(content, frame, end);
    this.window = rows.window();
  }

  /** Passes over a row. */
  public void skip() {
    y++;
  }

  /**
   * Writes the next row.
   *
   * @param bands bytes from one pixel to the next, 3 or more
   */
  public void next(byte[] rgb, int bands) throws IOException {
    // Another row of macroblocks must be there: it smooths the edge, and its chroma is near.
    int needed = Math.min(macroblocksDown, y / 16 + 2);
    while (window.rows() < needed) {
      rows.next();
    }
    byte[] luma = window.luma();
    int lumaAt = window.lumaAt(y);
    int near = window.chromaAt(y / 2);
    int far = window.chromaAt(Math.clamp(y % 2 == 0 ? y / 2 - 1 : y / 2 + 1, 0, chromaLines - 1));
    for (int x = 0; x < width; x++) {
      int light = ((luma[lumaAt + x] & 0xFF) * 19077) >> 8;
      int blue = chroma(window.chroma(0), near, far, x);
      int red = chroma(window.chroma(1), near, far, x);
      int to = x * bands;
      rgb[to] = level(light + ((red * 26149) >> 8) - 14234);
      rgb[to + 1] = level(light - ((blue * 6419) >> 8) - ((red * 13320) >> 8) + 8708);
      rgb[to + 2] = level(light + ((blue * 33050) >> 8) - 17685);
    }
    y++;
  }

  /** Between four samples: 9 parts the nearest, 3 parts each the next two, 1 part the farthest. */
  private int chroma(byte[] samples, int near, int far, int x) {
    if (x == 0 || (x == width - 1 && width % 2 == 0)) {
      return (3 * (samples[near + x / 2] & 0xFF) + (samples[far + x / 2] & 0xFF) + 2) >> 2;
    }
    int left = (x - 1) / 2;
    int nearest = samples[near + x / 2] & 0xFF;
    int side = samples[near + (x % 2 == 0 ? left : left + 1)] & 0xFF;
    int across = samples[far + x / 2] & 0xFF;
    int diagonal = samples[far + (x % 2 == 0 ? left : left + 1)] & 0xFF;
    int sum = nearest + side + across + diagonal + 8;
    return (((sum + 2 * (side + across)) >> 3) + nearest) >> 1;
  }

  /** From 64ths of a level to a level, cut to 0 to 255. */
  private static byte level(int fixed) {
    return (byte) Plane.clip(fixed >> 6);
  }
}
