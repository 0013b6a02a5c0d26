package org.casaba.source;

/** Why a source has no content for an identifier. Messages name no path of the server. */
public abstract sealed class SourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private SourceException(String message, Throwable cause) {
    super(message, cause);
  }

  private SourceException(String message) {
    super(message);
  }

  /** There is no image of that name, or none that may be known of. */
  public static final class Missing extends SourceException {
    private static final long serialVersionUID = 1L;

    public Missing(String message) {
      super(message);
    }
  }

  /** There is one, but the server itself is not allowed to read it. */
  public static final class Forbidden extends SourceException {
    private static final long serialVersionUID = 1L;

    public Forbidden(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The place where images are kept does not answer, or answers nonsense. */
  public static final class Unavailable extends SourceException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
