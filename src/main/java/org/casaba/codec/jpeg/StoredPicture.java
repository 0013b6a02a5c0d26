package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casaba.codec.JpegPart;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.ColorModel;
import org.casaba.jpeg.Frame;
import org.casaba.jpeg.McuArea;
import org.casaba.jpeg.McuIndex;
import org.casaba.jpeg.McuSource;
import org.casaba.jpeg.Mosaic;
import org.casaba.jpeg.StoredFile;
import org.casaba.jpeg.StoredFile.Kind;
import org.jspecify.annotations.Nullable;

/** The picture of a JPEG file as it is stored. Thread-safe. */
final class StoredPicture implements StoredJpeg {
  /** Most pixels of a turned part, whose coefficients are held in memory. */
  private static final long MOST_LAID = 4 << 20;

  private final JpegStream stream;
  private final LazyIndex index;
  private final boolean upright;
  private final boolean rgb;
  private volatile @Nullable StoredFile file;

  /**
   * A picture of 1 or 3 components.
   *
   * @param index of that picture
   * @param upright whether the file's EXIF block lets the picture lie as it is
   */
  StoredPicture(JpegStream stream, LazyIndex index, boolean upright) {
    this.stream = stream;
    this.index = index;
    this.upright = upright;
    rgb = stream.header().colorModel() == ColorModel.RGB;
  }

  private Dimensions size() {
    return stream.header().frame().size();
  }

  @Override
  public Optional<JpegPart> part(Rectangle region, Orientation turn, boolean gray)
      throws IOException {
    boolean colorless = gray && stream.components() > 1;
    StoredPart.Wanted wanted = new StoredPart.Wanted(turn, colorless, rgb);
    if (wanted.upright() && region.equals(size().whole())) {
      StoredFile whole = file();
      return whole.complete()
          ? Optional.of(new WholeFile(stream.bytes(), whole, upright))
          : Optional.empty();
    }
    return colorless && rgb ? Optional.empty() : part(region, region.size(), wanted);
  }

  /** Contents of the segments EXIF and, if wanted, XMP. */
  List<byte[]> metadata(boolean xmp) throws IOException {
    return file().segments(stream.bytes(), xmp ? Set.of(Kind.EXIF, Kind.XMP) : Set.of(Kind.EXIF));
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
  public Optional<JpegPart> tile(int x, int y, Dimensions tile) throws IOException {
    int width = Math.min(tile.width(), size().width() - x);
    int height = Math.min(tile.height(), size().height() - y);
    Rectangle region = new Rectangle(x, y, width, height);
    return part(region, tile, new StoredPart.Wanted(Orientation.UPRIGHT, false, rgb));
  }

  /**
   * Makes a part.
   *
   * @param filled size of the file's picture before it is turned: that of the region or larger
   */
  private Optional<JpegPart> part(Rectangle region, Dimensions filled, StoredPart.Wanted wanted)
      throws IOException {
    if (!region.isInside(size())) {
      throw new IllegalArgumentException(region + " is not inside " + size());
    }
    Frame frame = stream.header().frame();
    Dimensions mcu = new Dimensions(8 * frame.maxHorizontal(), 8 * frame.maxVertical());
    boolean tooLarge = !wanted.upright() && region.size().area() > MOST_LAID;
    if (tooLarge || !isBetween(region, mcu) || !McuSource.suits(stream.header())) {
      return Optional.empty();
    }
    McuArea area =
        new McuArea(
            region.x() / mcu.width(),
            region.y() / mcu.height(),
            Math.ceilDiv(region.width(), mcu.width()),
            Math.ceilDiv(region.height(), mcu.height()));
    Mosaic.Piece piece = new Mosaic.Piece(mcus(region.size()), area);
    return StoredPart.of(new Mosaic(List.of(List.of(piece)), filled), wanted);
  }

  /** Whether a region begins between MCUs and ends so, or with the picture. */
  private boolean isBetween(Rectangle region, Dimensions mcu) {
    return region.x() % mcu.width() == 0
        && region.y() % mcu.height() == 0
        && (region.right() % mcu.width() == 0 || region.right() == size().width())
        && (region.bottom() % mcu.height() == 0 || region.bottom() == size().height());
  }

  private McuSource mcus(Dimensions part) throws IOException {
    McuIndex known = index.forPart(part, size());
    return known == null
        ? McuSource.of(stream.bytes(), stream.header())
        : McuSource.of(stream.bytes(), stream.header(), known::before);
  }
}
