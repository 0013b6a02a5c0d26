package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.iiif.Identifier;
import org.casaba.source.Source;
import org.casaba.source.SourceException;

/** A stored image with its headers read; closing it closes what it was read from. */
record OpenImage(Content content, DecodedImage image) implements Closeable {

  static OpenImage open(Source source, Codecs codecs, Identifier identifier)
      throws SourceException, IOException {
    Content content = source.open(identifier);
    try {
      return new OpenImage(content, codecs.open(content));
    } catch (IOException | RuntimeException e) {
      try (content) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (content) {
      image.close();
    }
  }
}
