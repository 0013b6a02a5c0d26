package org.casaba.pyramid.store;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.JpegPart;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;

/**
 * An image's own JPEG data, of which all of the picture is better taken than from the pyramid that
 * was made of them.
 *
 * @param full the picture
 */
record FileAndTiles(StoredJpeg file, Optional<StoredJpeg> tiles, Rectangle full)
    implements StoredJpeg {

  @Override
  public Optional<JpegPart> part(Rectangle region, Orientation turn, boolean gray)
      throws IOException {
    Optional<JpegPart> whole =
        region.equals(full) ? file.part(region, turn, gray) : Optional.empty();
    return whole.isPresent() || tiles.isEmpty() ? whole : tiles.get().part(region, turn, gray);
  }

  @Override
  public Optional<JpegPart> tile(int x, int y, Dimensions tile) throws IOException {
    return tiles.isEmpty() ? Optional.empty() : tiles.get().tile(x, y, tile);
  }
}
