package org.casaba.metrics;

/** How requests end, as few words as a graph bears. */
public enum Outcome {
  /** With what was asked for, or where to find it: 1xx to 3xx. */
  ANSWERED,
  /** As it was, it could not be answered, or must not: 4xx. */
  REFUSED,
  /** The client has not waited. */
  GONE,
  /** There was no room: 503. */
  OVERLOADED,
  /** The server's fault. */
  FAILED;

  /** What is counted when the client has not waited for the answer; as nginx writes it down. */
  public static final int CLIENT_GONE = 499;

  static Outcome of(int status) {
    return switch (status) {
      case CLIENT_GONE -> GONE;
      case 503 -> OVERLOADED;
      default -> status < 400 ? ANSWERED : status < 500 ? REFUSED : FAILED;
    };
  }
}
