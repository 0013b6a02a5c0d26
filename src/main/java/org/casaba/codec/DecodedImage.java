package org.casaba.codec;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;

/**
 * A stored image whose headers have been read. Closing it does not close the content. Several
 * threads may ask for rows at once.
 */
public interface DecodedImage extends Closeable {

  ImageFacts facts();

  /** How many pages the file has, of which this is one; 1 or more. */
  default int pageCount() {
    return 1;
  }

  /**
   * The ICC profile that the rows' colours are meant in, if the image carries a usable one: RGB for
   * RGB rows, gray for gray rows. Decoders that convert colours themselves (CMYK) answer sRGB,
   * which is none.
   */
  Optional<byte[]> iccProfile();

  /**
   * Starts decoding a part of a resolution level, in the stored orientation. Only what is needed
   * for that part is read and decoded, in rows or strips as they are pulled.
   *
   * @param level index into {@code facts().levels()}
   * @param region in pixels of that level, inside it
   */
  PixelRows rows(int level, Rectangle region) throws IOException;

  /**
   * The JPEG data that a resolution level is stored in; empty if it is stored in another way, or so
   * that parts of it cannot be had.
   *
   * @param level index into {@code facts().levels()}
   */
  default Optional<StoredJpeg> jpeg(int level) throws IOException {
    return Optional.empty();
  }

  /**
   * EXIF and XMP of a JPEG file, as the APP1 segments of another one that shows the whole picture,
   * upright: what stands between marker and length and the next marker.
   *
   * @param xmp whether XMP is wanted
   */
  default List<byte[]> metadata(boolean xmp) throws IOException {
    return List.of();
  }

  /**
   * Bytes of memory that it keeps beyond some kilobytes for its headers: profiles, tables, indexes.
   * May grow as rows are asked for. Answered at once.
   */
  default long weight() {
    return 0;
  }

  /**
   * Whether parts of a resolution level are had without decoding most of what lies above them.
   *
   * @param level index into {@code facts().levels()}
   */
  default boolean givesParts(int level) {
    return facts().levels().get(level).tile().isPresent();
  }

  /**
   * Bytes of memory, in and outside the heap, that {@link #rows} of that region take about while
   * they are pulled. Answered at once, without reading.
   *
   * @param level index into {@code facts().levels()}
   * @param region in pixels of that level, inside it
   */
  default long rowsMemory(int level, Rectangle region) {
    // A few rows of the whole width, in several stages.
    return (1L << 20) + 64L * facts().levels().get(level).size().width();
  }

  @Override
  void close() throws IOException;
}
