package org.casaba.delegate;

import org.jspecify.annotations.Nullable;

/**
 * The rules have not answered. Nothing is given then. Messages are for the log: they may name files
 * of the server.
 */
public abstract sealed class DelegateException extends Exception {
  private static final long serialVersionUID = 1L;

  private DelegateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The rules are broken: they failed, or answered what is no answer. */
  public static final class Failed extends DelegateException {
    private static final long serialVersionUID = 1L;

    public Failed(String message, Throwable cause) {
      super(message, cause);
    }

    public Failed(String message) {
      super(message, null);
    }
  }

  /** The rules have no time: they are not ready yet, took too long, or too many wait for them. */
  public static final class Busy extends DelegateException {
    private static final long serialVersionUID = 1L;

    public Busy(String message, Throwable cause) {
      super(message, cause);
    }

    public Busy(String message) {
      super(message, null);
    }
  }
}
