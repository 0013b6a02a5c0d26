package org.casaba.config;

/** A text that is no value of a key. */
final class IllegalValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String allowed;

  IllegalValueException(String problem, String allowed) {
    super(problem);
    this.problem = problem;
    this.allowed = allowed;
  }

  /** What is wrong, as a sentence goes on after "key = text". */
  String problem() {
    return problem;
  }

  /** What would have been right. */
  String allowed() {
    return allowed;
  }
}
