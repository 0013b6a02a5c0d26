package org.casaba.codec.tiff;

import java.io.IOException;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/**
 * Where a page's tiles or strips lie in the file.
 *
 * @param byteCounts null where the file does not say, as old ones do: then a segment may reach as
 *     far as the file
 */
record SegmentTable(NumberTable offsets, @Nullable NumberTable byteCounts) {

  /** Bytes of memory that it takes. */
  long weight() {
    return offsets.weight() + (byteCounts == null ? 0 : byteCounts.weight());
  }

  /** Reads where {@code count} segments lie, the first of which has index {@code from}. */
  Segment[] locate(Content content, long from, int count) throws IOException {
    long[] starts = new long[count];
    offsets.get(content, from, starts);
    long[] lengths = new long[count];
    if (byteCounts != null) {
      byteCounts.get(content, from, lengths);
    }
    Segment[] segments = new Segment[count];
    for (int i = 0; i < count; i++) {
      boolean open = byteCounts == null && starts[i] > 0;
      long length = open ? Math.max(0, content.size() - starts[i]) : lengths[i];
      segments[i] = new Segment(starts[i], length);
    }
    return segments;
  }
}
