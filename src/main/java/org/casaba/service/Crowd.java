package org.casaba.service;

import java.util.function.BooleanSupplier;

/** Tells whether somebody has wanted to enter a lane in vain since the last time it was asked. */
final class Crowd implements BooleanSupplier {
  private final Lane lane;
  private long refused;

  Crowd(Lane lane) {
    this.lane = lane;
    this.refused = lane.state().refused();
  }

  @Override
  public boolean getAsBoolean() {
    LaneState state = lane.state();
    boolean more = state.waiting() > 0 || state.refused() > refused;
    refused = state.refused();
    return more;
  }
}
