package org.casaba.render;

/**
 * How many work on large pictures.
 *
 * @param threads {@code render.threads}: threads for one request, its own among them; 0 for as many
 *     as there are processors, 1 for its own alone
 */
public record CrewSettings(int threads) {

  public CrewSettings {
    if (threads < 0) {
      throw new IllegalArgumentException("there are no " + threads + " threads");
    }
  }
}
