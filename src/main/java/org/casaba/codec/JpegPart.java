package org.casaba.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** A JPEG file that is made of stored JPEG data, and has not been written yet. */
public interface JpegPart {

  /** How it is made. */
  Way way();

  /**
   * Writes the file: baseline, complete, with what {@code options} embed; their quality does not
   * matter. What makes a part impossible has been found out before: there are no other failures
   * than those of reading damaged data, and of {@code out}.
   *
   * @param out not closed
   */
  void writeTo(EncodeOptions options, OutputStream out) throws IOException;

  /**
   * The quality, from 1 to 100 on libjpeg's scale, of data that the server itself has encoded to
   * keep them; empty for those that the image came with.
   */
  default OptionalInt ownQuality() {
    return OptionalInt.empty();
  }

  /**
   * What is known of the file before it is written; empty unless it is a stored file of its own,
   * that is sent whole.
   */
  default Optional<Whole> whole(EncodeOptions options) {
    return Optional.empty();
  }

  /**
   * A stored file that is sent whole.
   *
   * @param length how many bytes {@link #writeTo} writes
   * @param verbatim whether they are the first ones of the stored file, as they stand there
   */
  record Whole(long length, boolean verbatim) {}

  /** What is done to stored data, the cheapest first. */
  enum Way {
    /** One stored stream as it is. */
    COPY,
    /** Blocks of one stored stream. */
    CROP,
    /** Blocks of several stored streams. */
    JOIN
  }
}
