package org.casaba.service;

import java.time.Duration;

/**
 * How much is drawn at a time.
 *
 * @param tiles how many small pictures are drawn at once, and how long others wait
 * @param large the same for large pictures
 * @param memory {@code admission.memory}: bytes that all of them may take together, in and outside
 *     the heap; {@value #AUTO} for half of the heap's most
 * @param leastPace {@code admission.min_pace}: bytes a second that clients have to take of large
 *     pictures while others wait; 0 for any
 */
public record AdmissionSettings(Lane tiles, Lane large, long memory, long leastPace) {

  /** Stands for what is computed of processors and memory. */
  public static final int AUTO = 0;

  /**
   * A kind of pictures.
   *
   * @param pictures {@code admission.tiles} and {@code admission.large}: how many are drawn at
   *     once; {@value #AUTO} for a number that suits the processors
   * @param patience {@code admission.tiles_wait} and {@code admission.large_wait}: longest time
   *     that a request waits
   */
  public record Lane(int pictures, Duration patience) {
    public Lane {
      if (pictures < 0 || patience.isNegative()) {
        throw new IllegalArgumentException("less than nothing");
      }
    }
  }

  public AdmissionSettings {
    if (memory < 0 || leastPace < 0) {
      throw new IllegalArgumentException("less than nothing");
    }
  }
}
