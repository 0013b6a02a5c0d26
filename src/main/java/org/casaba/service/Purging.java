package org.casaba.service;

import java.util.ArrayList;
import java.util.List;
import org.casaba.cache.DerivativeCache;
import org.casaba.cache.Forgotten;
import org.casaba.iiif.Identifier;
import org.casaba.plan.DerivativeKey;
import org.casaba.source.SourceException;

/**
 * Forgets what has been kept. Pyramids are not touched: they belong to one state of one file, and
 * what has another state is never answered from them.
 *
 * @param images what is known of those is forgotten
 * @param cache pictures in that are forgotten
 */
public record Purging(StoredImages images, DerivativeCache cache, Whereabouts whereabouts) {

  /** Forgets what is asked; what is not there is no problem. */
  public Purged carryOut(PurgeOrder order) {
    // Information goes first: what is made of it meanwhile is forgotten as a picture.
    return switch (order) {
      case PurgeOrder.All() -> {
        long checks = images.source().forgetAll();
        long closed = images.pool().forgetAll();
        Forgotten gone = cache.forgetAll();
        yield new Purged(gone.pictures(), closed, checks, List.of(), gone.problems());
      }
      case PurgeOrder.Expired() -> {
        Forgotten gone = cache.forgetExpired();
        yield new Purged(gone.pictures(), 0, 0, List.of(), gone.problems());
      }
      case PurgeOrder.Information(Identifier identifier) -> named(identifier, false);
      case PurgeOrder.OfImage(Identifier identifier) -> named(identifier, true);
    };
  }

  private Purged named(Identifier identifier, boolean pictures) {
    Whereabouts.Names names = whereabouts.of(identifier);
    List<String> problems = new ArrayList<>(names.problems());
    Forgotten gone = Forgotten.NOTHING;
    long closed = 0;
    long checks = 0;
    for (Identifier name : names.all()) {
      closed += close(name, problems);
      checks += images.source().forget(name);
      gone = pictures ? gone.and(cache.forget(DerivativeKey.image(name))) : gone;
    }
    problems.addAll(gone.problems());
    return new Purged(gone.pictures(), closed, checks, List.copyOf(names.all()), problems);
  }

  private long close(Identifier name, List<String> problems) {
    try {
      return images.pool().forget(images.source().find(name).place());
    } catch (SourceException.Missing e) {
      return 0;
    } catch (SourceException e) {
      problems.add(
          "It cannot be told which file " + name + " is (" + e.getMessage() + "): it may be open.");
      return 0;
    }
  }
}
