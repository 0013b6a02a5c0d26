package org.casaba.service;

/**
 * What goes on in a lane at a moment, for those who watch.
 *
 * @param running pictures that are being drawn
 * @param waiting requests that wait for their turn
 * @param memory bytes that those being drawn take, by what is known of them before
 * @param crowdedOut requests that have been turned away since the start as too many waited already
 * @param outOfPatience those that have waited in vain
 * @param mostRunning pictures that may be drawn at once
 * @param mostMemory bytes that they may take together
 */
public record LaneState(
    int running,
    int waiting,
    long memory,
    long crowdedOut,
    long outOfPatience,
    int mostRunning,
    long mostMemory) {

  /** Requests that have been turned away since the start, for any reason. */
  long refused() {
    return crowdedOut + outOfPatience;
  }
}
