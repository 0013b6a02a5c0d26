package org.casaba.service;

import java.time.Duration;

/**
 * What a lane lets through.
 *
 * @param pictures drawn at once, 1 or more
 * @param memory bytes that these take together, by what is known of them before; only one alone may
 *     take more
 * @param waiting requests that may wait, 0 or more; no more are taken in
 * @param patience longest time that one waits
 */
record LaneBounds(int pictures, long memory, int waiting, Duration patience) {

  /** Everything, at once. */
  static final LaneBounds NONE =
      new LaneBounds(Integer.MAX_VALUE, Long.MAX_VALUE, 0, Duration.ZERO);

  /** Of containers' 200 threads, which are the usual ones, half must not be taken by tiles … */
  private static final int MOST_TILES = 32;

  private static final int MOST_WAITING_TILES = 64;

  /** … and some have to be left when large pictures are drawn and waited for. */
  private static final int MOST_LARGE = 24;

  private static final int MOST_WAITING_LARGE = 48;

  /** What part of the memory is set apart for tiles. */
  private static final int TILES_SHARE = 4;

  LaneBounds {
    if (pictures < 1 || waiting < 0) {
      throw new IllegalArgumentException("nothing could ever be drawn");
    }
  }

  static LaneBounds tiles(AdmissionSettings settings, int processors, long heap) {
    int usual = Math.clamp(2L * processors, 4, MOST_TILES);
    return new LaneBounds(
        chosen(settings.tiles().pictures(), usual),
        memory(settings, heap) / TILES_SHARE,
        MOST_WAITING_TILES,
        settings.tiles().patience());
  }

  static LaneBounds large(AdmissionSettings settings, int processors, long heap) {
    int usual = Math.clamp(4L * processors, 8, MOST_LARGE);
    int pictures = chosen(settings.large().pictures(), usual);
    long memory = memory(settings, heap);
    return new LaneBounds(
        pictures,
        memory - memory / TILES_SHARE,
        (int) Math.min(4L * pictures, MOST_WAITING_LARGE),
        settings.large().patience());
  }

  private static int chosen(int pictures, int usual) {
    return pictures == AdmissionSettings.AUTO ? usual : pictures;
  }

  private static long memory(AdmissionSettings settings, long heap) {
    return settings.memory() == AdmissionSettings.AUTO ? heap / 2 : settings.memory();
  }
}
