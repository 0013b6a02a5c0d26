package org.casaba.pyramid;

import java.util.List;
import java.util.Locale;

/**
 * What has been made.
 *
 * @param how the pixels of the full size are stored
 * @param levels how many sizes there are, the full one included
 * @param bytes length of the file
 * @param notes what differs from the source, or else ought to be known
 */
public record Built(How how, int levels, long bytes, List<String> notes) {
  public Built {
    notes = List.copyOf(notes);
  }

  /** How pixels are stored. */
  public enum How {
    /** The source's own JPEG data, rearranged. */
    KEPT,
    /** Encoded as JPEG. */
    ENCODED,
    /** Compressed by deflate. */
    DEFLATED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
