package org.casaba.delegate;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rules that can be asked all that there is to ask, and tell how they come to their answers. */
public interface TracedDelegate extends Delegate, MetaIdentifiers {

  /**
   * Begins to ask about one request.
   *
   * @param trace is told of each function that is asked, in order
   */
  Inquiry inquiry(RequestFacts request, Consumer<Asked> trace);

  /**
   * What the rules see of a request, as a JSON object.
   *
   * @param image null as long as it is not known
   */
  String context(RequestFacts request, @Nullable KnownImage image);

  /** How the rules stand. */
  DelegateStatus status();
}
