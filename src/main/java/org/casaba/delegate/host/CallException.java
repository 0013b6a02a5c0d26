package org.casaba.delegate.host;

/**
 * A script's call that cannot be answered. The message is for whoever wrote the script, as a
 * sentence that goes on after the function's name.
 */
final class CallException extends Exception {
  private static final long serialVersionUID = 1L;

  CallException(String message) {
    super(message);
  }
}
