package org.casaba.delegate;

import java.net.URI;
import java.util.Optional;
import org.casaba.iiif.Scale;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.jspecify.annotations.Nullable;

/** What a caller may have. */
public sealed interface Access {

  /**
   * The picture, within these limits on top of the server's, and with these changes.
   *
   * @param caps {@link Limits#NONE} for no more than the server's
   */
  record Granted(Limits caps, Alterations alterations) implements Access {
    public static final Granted EVERYTHING = new Granted(Limits.NONE, Alterations.NONE);
  }

  /** Not this. */
  sealed interface Withheld extends Access {}

  /**
   * Something else, elsewhere.
   *
   * @param status 301, 302, 303, 307 or 308
   * @param location as the client is to see it; relative to the request's own address
   */
  record Redirected(int status, URI location) implements Withheld {
    public Redirected {
      requireRedirect(status);
    }
  }

  /**
   * The same image as if it were smaller.
   *
   * @param status 301, 302, 303, 307 or 308
   */
  record Reduced(int status, Scale scale) implements Withheld {
    public Reduced {
      requireRedirect(status);
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

  private static void requireRedirect(int status) {
    if (status < 301 || status > 308 || (status > 303 && status < 307)) {
      throw new IllegalArgumentException(status + " is not a redirect");
    }
  }
}
