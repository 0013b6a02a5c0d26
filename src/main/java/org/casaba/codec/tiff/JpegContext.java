package org.casaba.codec.tiff;

import java.io.IOException;
import org.casaba.codec.jpeg.ColorTransform;
import org.casaba.codec.jpeg.JpegLibrary;
import org.casaba.codec.jpeg.JpegTile;
import org.casaba.codec.jpeg.WholeTiles;
import org.casaba.jpeg.JpegTables;
import org.jspecify.annotations.Nullable;

/** What the JPEG streams of a page do not say themselves. Immutable and thread-safe. */
final class JpegContext {
  /** For pages that are not compressed as JPEG. */
  static final JpegContext NONE = new JpegContext(new byte[0], ColorTransform.NONE);

  private final byte[] tables;
  private final ColorTransform transform;
  private volatile @Nullable JpegTables parsed;

  /**
   * Takes over the tables, without looking into them: a pyramid brings as many as it has levels,
   * and those of one are needed.
   *
   * @param tables the field JPEGTables; empty if there is none
   * @param transform how components become samples
   */
  JpegContext(byte[] tables, ColorTransform transform) {
    this.tables = tables;
    this.transform = transform;
  }

  JpegTables tables() throws IOException {
    JpegTables known = parsed;
    if (known == null) {
      known = tables.length == 0 ? JpegTables.NONE : JpegTile.tables(tables);
      parsed = known;
    }
    return known;
  }

  /** Decodes the page's tiles, whole by that library where it pays. */
  WholeTiles wholeTiles(JpegLibrary library) {
    return new WholeTiles(library, tables, transform);
  }

  ColorTransform transform() {
    return transform;
  }
}
