package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.JpegPart;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.StoredFile;
import org.jspecify.annotations.Nullable;

/** The one level of a JPEG file as it is stored. Thread-safe. */
final class StoredPicture implements StoredJpeg {
  private final JpegStream stream;
  private final boolean upright;
  private volatile @Nullable StoredFile file;

  /**
   * A picture of 1 or 3 components.
   *
   * @param upright whether the file's EXIF block lets the picture lie as it is
   */
  StoredPicture(JpegStream stream, boolean upright) {
    this.stream = stream;
    this.upright = upright;
  }

  @Override
  public Optional<JpegPart> part(Rectangle region, Orientation turn, boolean gray)
      throws IOException {
    Dimensions size = stream.header().frame().size();
    boolean decolored = gray && stream.components() > 1;
    if (decolored || turn != Orientation.UPRIGHT || !region.equals(size.whole())) {
      return Optional.empty();
    }
    StoredFile whole = file();
    return whole.complete()
        ? Optional.of(new WholeFile(stream.bytes(), whole, upright))
        : Optional.empty();
  }

  /** Who comes while another looks, looks too. */
  private StoredFile file() throws IOException {
    StoredFile found = file;
    if (found == null) {
      found = StoredFile.of(stream.bytes());
      file = found;
    }
    return found;
  }

  @Override
  public Optional<JpegPart> tile(int x, int y, Dimensions tile) {
    return Optional.empty();
  }
}
