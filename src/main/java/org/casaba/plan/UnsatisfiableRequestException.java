package org.casaba.plan;

/** A well-formed request that this image, or the limits, do not allow. */
public final class UnsatisfiableRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What kind of no it is. */
  public enum Reason {
    /** Nothing to show, larger than allowed, or upscaling that was not asked for: HTTP 400. */
    OUT_OF_BOUNDS,
    /** Correct, but a feature that is switched off: HTTP 501. */
    NOT_OFFERED
  }

  /**
   * Says why one parameter cannot be had.
   *
   * @param parameter which part of the request cannot be had
   * @param message what is wrong and what is allowed; fit for a client
   */
  public UnsatisfiableRequestException(Reason reason, String parameter, String message) {
    super(parameter + ": " + message);
    this.reason = reason;
  }

  static UnsatisfiableRequestException outOfBounds(String parameter, String message) {
    return new UnsatisfiableRequestException(Reason.OUT_OF_BOUNDS, parameter, message);
  }

  public Reason reason() {
    return reason;
  }
}
