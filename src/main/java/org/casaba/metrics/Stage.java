package org.casaba.metrics;

import java.util.Locale;

/** What a request spends its time with. What belongs to none of these is not told apart. */
public enum Stage {
  /** Questions to the delegate's script, with the wait for a context in which it runs. */
  SCRIPT,
  /** Finding the stored image, opening it, and reading its headers. */
  SOURCE,
  /** Waiting for a place in which it may be drawn. */
  QUEUE,
  /**
   * Looking for the picture in a cache, with the wait for another request that makes the same, and
   * keeping it there.
   */
  CACHE,
  /** Making the picture of stored JPEG data, with reading these, without drawing. */
  COPY,
  /** Making pixels of what is stored, with reading that. */
  DECODE,
  /** All that is done to pixels: scaling, turning, colours, what is laid over or blackened. */
  RESAMPLE,
  /** Making a file of pixels. */
  ENCODE,
  /** Handing the answer to the container, with the wait for a client that is slow to read. */
  SEND;

  /** Its name in figures and headers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
