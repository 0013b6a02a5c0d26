package org.casaba.delegate.answer;

/** A rule's answer is none. The message goes on after "answered …, ". */
public final class IllegalAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  public IllegalAnswerException(String message) {
    super(message);
  }
}
