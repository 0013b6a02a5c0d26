package org.casaba.plan;

/** What should describe an overlay does not. Fit for the log: it quotes what it was given. */
public final class IllegalOverlayException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String allowed;

  IllegalOverlayException(String problem, String allowed) {
    super(problem + " (allowed: " + allowed + ")");
    this.problem = problem;
    this.allowed = allowed;
  }

  /** What is wrong, as a sentence goes on after the value: {@code is no colour}. */
  public String problem() {
    return problem;
  }

  /** What would have been right. */
  public String allowed() {
    return allowed;
  }
}
