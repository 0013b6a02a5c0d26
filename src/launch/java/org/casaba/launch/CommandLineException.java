package org.casaba.launch;

/** The command line cannot be understood; the message says why, in one line. */
final class CommandLineException extends Exception {
  private static final long serialVersionUID = 1L;

  CommandLineException(String message) {
    super(message);
  }
}
