package org.casaba.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be followed; names all mistakes at once, one on a line. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final List<Mistake> mistakes;

  SettingsException(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> "\n  " + mistake)
            .collect(Collectors.joining("", "mistakes in the configuration:", "")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** What is wrong, in the order found; not empty. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
