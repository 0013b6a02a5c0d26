package org.casaba.metrics;

import org.jspecify.annotations.Nullable;

/**
 * How one request is answered: how long it has been in which stage, and by which way it has come by
 * its picture. Stages do not overlap: entering one stops the clock of the one before. Used by one
 * thread at a time; others that work for the same request have a {@link #fellow}.
 *
 * <p>Reading the clock takes some 25 ns, so that stages may change with every row of pixels.
 */
@SuppressWarnings("EnumOrdinal") // Times by stage, in the cheapest way that there is.
public final class Course {

  private static final int STAGES = Stage.values().length;

  /** Of a request whose course nobody wants to know. Thread-safe, since nothing is noted. */
  public static final Course NONE = new Course(false);

  private final boolean timed;
  private final long begun;
  private final long[] nanos = new long[STAGES];
  private long mark;
  private @Nullable Stage current;
  private @Nullable Way way;
  private long kept;

  private Course(boolean timed) {
    this.timed = timed;
    this.begun = timed ? System.nanoTime() : 0;
    this.mark = begun;
  }

  /** Of a request that begins now, in no stage. */
  public static Course begin() {
    return new Course(true);
  }

  /** Whether anything is noted. */
  public boolean isTimed() {
    return timed;
  }

  /**
   * From now on it is in that stage.
   *
   * @param next null for none
   * @return the stage before, to come back to; null for none
   */
  public @Nullable Stage enter(@Nullable Stage next) {
    if (!timed) {
      return null;
    }
    long now = System.nanoTime();
    Stage before = current;
    if (before != null) {
      nanos[before.ordinal()] += now - mark;
    }
    mark = now;
    current = next;
    return before;
  }

  /**
   * Since the stage was entered it has really been that one.
   *
   * @param stage null for none
   */
  public void turnedOut(@Nullable Stage stage) {
    if (timed) {
      current = stage;
    }
  }

  /** The picture has been come by so. */
  public void by(Way taken) {
    if (timed) {
      way = taken;
    }
  }

  /** By which way it has come by its picture; null if there is none, or not yet. */
  public @Nullable Way way() {
    return way;
  }

  /** So many bytes of it have been put into a cache. */
  public void kept(long bytes) {
    if (timed) {
      kept = bytes;
    }
  }

  /** How many bytes have been put into a cache. */
  long kept() {
    return kept;
  }

  /** For another thread that works for the same request: what is noted there is to be added. */
  public Course fellow() {
    return timed ? begin() : NONE;
  }

  /** Adds the time that a fellow has noted, who has come to rest. */
  public void add(Course fellow) {
    if (timed) {
      for (int i = 0; i < STAGES; i++) {
        nanos[i] += fellow.nanos[i];
      }
    }
  }

  /**
   * How long it has been in a stage, in nanoseconds; without the one in which it is, since that was
   * entered. The work of several threads is added up.
   */
  public long nanos(Stage stage) {
    return nanos[stage.ordinal()];
  }

  /** The same, by the stage's place among all. */
  long nanos(int stage) {
    return nanos[stage];
  }

  /** Nanoseconds from its begin to now; 0 if nothing is noted. */
  public long age() {
    return timed ? System.nanoTime() - begun : 0;
  }
}
