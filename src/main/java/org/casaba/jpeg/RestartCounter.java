package org.casaba.jpeg;

/** Counts the MCUs of a scan from one restart marker to the next. */
final class RestartCounter {
  private final int interval;
  private int left;
  private int number;

  /**
   * Counts from the first MCU on.
   *
   * @param interval MCUs between two markers, 0 for no markers
   */
  RestartCounter(int interval) {
    this.interval = interval;
    left = interval;
  }

  /**
   * Goes on at an MCU.
   *
   * @param mcu number of the one that comes next; a marker before it has been passed already
   */
  void moveTo(int mcu) {
    if (interval > 0) {
      left = interval - mcu % interval;
      number = mcu / interval & 7;
    }
  }

  /** Counts the MCU that comes next, and tells whether a marker stands before it. */
  boolean due() {
    return interval > 0 && left-- == 0;
  }

  /** The number of the marker that is due, 0 to 7. */
  int next() {
    left = interval - 1;
    int due = number;
    number = (number + 1) & 7;
    return due;
  }
}
