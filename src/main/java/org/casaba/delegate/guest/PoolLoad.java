package org.casaba.delegate.guest;

/**
 * How much the contexts have to do in which a script runs.
 *
 * @param contexts how many there are, or are about to be
 * @param busy how many of them are at something
 * @param waiting how many questions wait for one
 */
public record PoolLoad(int contexts, int busy, int waiting) {

  /** Of a script that is not at work. */
  public static final PoolLoad NONE = new PoolLoad(0, 0, 0);
}
