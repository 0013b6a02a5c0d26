package org.casaba.pyramid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;

/** Takes tiles out of the source's JPEG data. */
final class KeptCoder implements TileCoder {
  private static final EncodeOptions PLAIN = new EncodeOptions(90, false, null, null);

  private final StoredJpeg stored;
  private final Dimensions tile;
  private final int x;
  private int y;

  KeptCoder(StoredJpeg stored, Dimensions tile, int x) {
    this.stored = stored;
    this.tile = tile;
    this.x = x;
  }

  @Override
  public void start(int top) {
    y = top;
  }

  @Override
  public void row(byte[] pixels) {}

  @Override
  public boolean wantsRows() {
    return false;
  }

  @Override
  public byte[] end() throws IOException {
    return BareStream.of(
        file(stored, x, y, tile)
            .orElseThrow(() -> new NotKeptException("no tile at " + x + ", " + y)));
  }

  /** A tile as a JPEG file. */
  static Optional<byte[]> file(StoredJpeg stored, int x, int y, Dimensions tile)
      throws IOException {
    Optional<JpegPart> part = stored.tile(x, y, tile);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part.get().writeTo(PLAIN, out);
    return Optional.of(out.toByteArray());
  }
}
