package org.casaba.service;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.plan.DerivativeKey;
import org.casaba.plan.Limits;
import org.casaba.plan.RenderPlan;

/**
 * What requests have lately come to, under one configuration: planning and naming a picture takes
 * longer than finding it in memory. Thread-safe.
 *
 * <p>There are two generations. When the younger one is full, the older one goes: what has been
 * asked for meanwhile is in the younger one again.
 */
final class KnownPlans {
  private static final int GENERATION = 2000;

  /**
   * A request for a picture in which nothing is changed.
   *
   * @param opening {@link Lease#opening()}
   * @param limits those that hold for the caller
   */
  record Asked(long opening, MetaIdentifier found, ImageRequest request, Limits limits) {}

  /** What it comes to. */
  record Known(RenderPlan plan, ImageRequest canonical, DerivativeKey key) {}

  private volatile Map<Asked, Known> young = new ConcurrentHashMap<>();
  private volatile Map<Asked, Known> old = new ConcurrentHashMap<>();

  Optional<Known> find(Asked asked) {
    Known known = young.get(asked);
    if (known == null) {
      known = old.get(asked);
      if (known != null) {
        put(asked, known);
      }
    }
    return Optional.ofNullable(known);
  }

  /** Notes what a request has come to. */
  void put(Asked asked, Known known) {
    Map<Asked, Known> now = young;
    now.put(asked, known);
    if (now.size() > GENERATION) {
      age();
    }
  }

  private synchronized void age() {
    if (young.size() > GENERATION) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
  }
}
