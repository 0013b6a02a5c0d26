package org.casaba.delegate;

import java.util.Map;
import java.util.Optional;
import org.casaba.iiif.Identifier;
import org.casaba.plan.Limits;

/**
 * The institution's rules of who may see what. Thread-safe. Asked on every request, before caches.
 */
public interface Delegate {

  /** Lets everybody see everything: what holds while no rules are configured. */
  Delegate OPEN =
      request ->
          new Inquiry() {
            @Override
            public Access admit() {
              return Access.Granted.EVERYTHING;
            }

            @Override
            public Optional<Identifier> locate() {
              return Optional.of(request.image().identifier());
            }

            @Override
            public Access permit(KnownImage image) {
              return Access.Granted.EVERYTHING;
            }

            @Override
            public Description describe(KnownImage image) {
              return new Description(Limits.NONE, Map.of());
            }

            @Override
            public boolean personal() {
              return false;
            }
          };

  /** Begins to ask about one request; nothing has been decided yet. */
  Inquiry inquiry(RequestFacts request);
}
