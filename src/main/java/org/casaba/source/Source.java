package org.casaba.source;

import org.casaba.content.Content;
import org.casaba.iiif.Identifier;

/** Finds the bytes that an identifier names. Thread-safe. */
public interface Source {

  /**
   * Looks for the content of that name, without opening it.
   *
   * @throws SourceException if there is none, it may not be read, or the place where it is kept
   *     does not answer
   */
  Found find(Identifier identifier) throws SourceException;

  /**
   * Opens the content of that name for reading; the caller closes it.
   *
   * @throws SourceException if there is none, it may not be read, or the place where it is kept
   *     does not answer
   */
  default Content open(Identifier identifier) throws SourceException {
    return find(identifier).open();
  }

  /**
   * Has that name looked at anew when it is asked for next.
   *
   * @return how much was remembered of it: 0 or 1
   */
  default long forget(Identifier identifier) {
    return 0;
  }

  /** The same for all names. Answers how many were remembered. */
  default long forgetAll() {
    return 0;
  }
}
