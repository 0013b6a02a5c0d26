package org.casaba.source;

import org.casaba.content.Content;
import org.casaba.content.ContentVersion;

/**
 * What a source has under some identifier and may give, not opened yet. What a client may not have
 * is not found.
 */
public interface Found {

  /** Where it is: equal for all that is found in one place, one after the other. */
  Object place();

  /**
   * What it was like when it was found: equal to {@link Content#state()} of what has been opened
   * there before if, and only if, that is the same still.
   */
  Object state();

  /** Its version when it was found. */
  ContentVersion version();

  /**
   * Opens it for reading; the caller closes it. If it has changed since it was found, that is what
   * it is now.
   *
   * @throws SourceException if it is not there any more, may not be read, or the place where it is
   *     kept does not answer
   */
  Content open() throws SourceException;
}
