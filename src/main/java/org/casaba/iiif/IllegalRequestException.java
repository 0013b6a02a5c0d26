package org.casaba.iiif;

/** A request whose words are wrong, whatever the image: HTTP 400. */
public final class IllegalRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  /**
   * Says what is wrong with one parameter.
   *
   * @param parameter which part of the request is wrong, in the specification's words
   * @param message what is wrong and what is allowed; fit for a client
   */
  public IllegalRequestException(String parameter, String message) {
    super(parameter + ": " + message);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
