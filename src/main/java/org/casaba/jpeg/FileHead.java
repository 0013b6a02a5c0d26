package org.casaba.jpeg;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the beginning of a JPEG file and makes it one for everybody: what its components
 * mean, and what goes along with the picture.
 *
 * @param rgb whether the components are red, green and blue, which an Adobe segment says (Adobe
 *     Technical Note 5116), and not luma and perhaps chroma, which a JFIF segment says
 * @param app1 contents of segments that hold metadata, each at most 65533 bytes
 * @param icc a profile to embed (ICC.1 annex B.4), null for none; one of more than 16 MB does not
 *     fit and is left out
 */
@SuppressWarnings("ArrayRecordComponent") // heads are never compared
public record FileHead(boolean rgb, List<byte[]> app1, byte @Nullable [] icc) {
  public FileHead {
    app1 = List.copyOf(app1);
  }

  void writeTo(BitWriter out) throws IOException {
    out.marker(Marker.SOI);
    if (rgb) {
      out.segment(Marker.APP14, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
    } else {
      out.segment(Marker.APP0, new byte[] {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0});
    }
    for (byte[] segment : app1) {
      out.segment(Marker.APP1, segment);
    }
    for (byte[] segment : IccSegments.of(icc)) {
      out.segment(Marker.APP2, segment);
    }
  }
}
