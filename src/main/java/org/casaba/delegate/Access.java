package org.casaba.delegate;

import java.net.URI;
import java.util.Optional;
import org.casaba.plan.Limits;
import org.jspecify.annotations.Nullable;

/** What a caller may have. */
public sealed interface Access {

  /** Everything the server offers. */
  record Full() implements Access {}

  /** Everything within these limits, on top of the server's. */
  record Capped(Limits limits) implements Access {}

  /** Not this. */
  sealed interface Withheld extends Access {}

  /**
   * Something else, elsewhere.
   *
   * @param status 301, 302, 303, 307 or 308
   */
  record Redirected(int status, URI location) implements Withheld {
    public Redirected {
      if (status < 301 || status > 308 || (status > 303 && status < 307)) {
        throw new IllegalArgumentException(status + " is not a redirect");
      }
    }
  }

  /**
   * Nothing.
   *
   * @param status 400 to 599
   * @param message fit for the caller
   * @param authenticate value of {@code WWW-Authenticate} for a 401; null for none
   */
  record Refused(int status, String message, @Nullable String authenticate) implements Withheld {
    public Refused {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException(status + " is not a refusal");
      }
    }

    public Optional<String> challenge() {
      return Optional.ofNullable(authenticate);
    }
  }
}
