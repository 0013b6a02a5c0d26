package org.casaba.cache;

/**
 * What a cache has, and what it has been good for since its start, for those who watch.
 *
 * @param heap what is in memory
 * @param disk what is on disk
 * @param recorded pictures that were found in the record
 * @param joined pictures that another request was just making
 * @param missed pictures that had to be made, and were
 */
public record CacheState(Tier heap, Tier disk, long recorded, long joined, long missed) {

  /** Nothing is kept. */
  public static final CacheState NONE = new CacheState(Tier.NONE, Tier.NONE, 0, 0, 0);

  /**
   * One place where pictures are kept.
   *
   * @param entries pictures
   * @param bytes that they take, with what is noted about them
   * @param most bytes that they may take at the moment; 0 if the place is not in use
   * @param found pictures that were found here
   * @param evicted pictures that had to make room for others
   */
  public record Tier(long entries, long bytes, long most, long found, long evicted) {

    /** A place that is not in use. */
    public static final Tier NONE = new Tier(0, 0, 0, 0, 0);

    /** This one, after others that are not in use any more. */
    Tier after(Tier before) {
      return new Tier(entries, bytes, most, found + before.found, evicted + before.evicted);
    }

    /** What is left when it is closed. */
    Tier closed() {
      return new Tier(0, 0, 0, found, evicted);
    }
  }
}
