package org.casaba.app;

import java.io.IOException;
import org.casaba.app.PictureFiles.Picture;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;

/** Tells pictures from other files, and opens them. */
record PictureReading(Codecs codecs) {

  /** Whether a file neither is a picture nor is meant to be one. */
  boolean isForeign(Picture picture, Content content) throws IOException {
    return !picture.isMeant() && !codecs.recognises(content);
  }

  /** Opens a picture. */
  DecodedImage open(Content content) throws IOException {
    return codecs.open(content);
  }

  /** The end of a summary. */
  static String others(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "; 1 other file that is no picture";
      default -> "; " + count + " other files that are no pictures";
    };
  }
}
