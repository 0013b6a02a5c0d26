package org.casaba.service;

import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.casaba.render.Demand;

/**
 * Keeps the server alive when more is asked for than it can draw: small pictures and large ones in
 * a lane of their own each, so that tiles flow while somebody downloads, and no more at a time than
 * there is memory for. Who finds a lane full waits for a little while, then is told to come back.
 * Thread-safe.
 */
public final class Admission {
  private final Lane tiles;
  private final Lane large;
  private final long leastPace;
  private final Overload overload;

  Admission(LaneBounds tiles, LaneBounds large, long leastPace) {
    this.tiles =
        new Lane(tiles, "The server has more to draw than it can at the moment; try again soon");
    this.large =
        new Lane(
            large,
            "The server is busy with other large pictures; try again soon, or ask for a smaller"
                + " one");
    this.leastPace = leastPace;
    this.overload = new Overload(System::nanoTime, this::lanes);
  }

  /** What the settings say, and where they leave it open, what suits this machine. */
  public static Admission of(AdmissionSettings settings) {
    int processors = Runtime.getRuntime().availableProcessors();
    long heap = Runtime.getRuntime().maxMemory();
    return new Admission(
        LaneBounds.tiles(settings, processors, heap),
        LaneBounds.large(settings, processors, heap),
        settings.leastPace());
  }

  /** Lets everything through. */
  public static Admission unlimited() {
    return new Admission(LaneBounds.NONE, LaneBounds.NONE, 0);
  }

  /**
   * Waits until there is room.
   *
   * @throws OverloadedException if there is none
   */
  Lane.Place enter(Demand demand) throws OverloadedException, InterruptedIOException {
    overload.look();
    try {
      return (demand.small() ? tiles : large).enter(demand.memory());
    } catch (OverloadedException e) {
      overload.refused();
      throw e;
    }
  }

  /** The way to the client, which it has to take at some pace if the picture is large. */
  OutputStream paced(Demand demand, OutputStream out) {
    return demand.small() || leastPace == 0
        ? out
        : new PacedOutput(out, leastPace, new Crowd(large), System::nanoTime);
  }

  /** What goes on at the moment. */
  public State state() {
    overload.look();
    return lanes();
  }

  private State lanes() {
    return new State(tiles.state(), large.state());
  }

  /** Both lanes at a moment. */
  public record State(LaneState tiles, LaneState large) {}
}
