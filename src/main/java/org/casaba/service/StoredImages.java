package org.casaba.service;

import java.io.IOException;
import java.time.Instant;
import org.casaba.codec.Codecs;
import org.casaba.content.Content;
import org.casaba.iiif.Identifier;
import org.casaba.source.Source;
import org.casaba.source.SourceException;

/**
 * The images that the server has, under one configuration.
 *
 * @param since from when on the configuration holds: nothing that is answered is older
 */
public record StoredImages(Source source, Codecs codecs, Instant since) {

  /**
   * Opens an image and reads its headers.
   *
   * @throws SourceException if there is no such image
   * @throws IOException if it cannot be read
   */
  OpenImage open(Identifier identifier) throws SourceException, IOException {
    Content content = source.open(identifier);
    try {
      return new OpenImage(content, codecs.open(content), since);
    } catch (IOException | RuntimeException e) {
      try (content) {
        throw e;
      }
    }
  }

  /**
   * Makes sure that there is something of that name.
   *
   * @throws SourceException if not
   */
  void find(Identifier identifier) throws SourceException, IOException {
    source.open(identifier).close();
  }
}
