package org.casaba.codec.tiff;

import org.casaba.codec.jpeg.JpegLibrary;

/** What is asked to decompress whole tiles and strips before we do so ourselves. */
public record Libraries(JpegLibrary jpeg, DeflateLibrary deflate) {
  /** Leaves everything to us. */
  public static final Libraries NONE = new Libraries(JpegLibrary.NONE, DeflateLibrary.NONE);
}
