package org.casaba.service;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.casaba.codec.Codecs;
import org.casaba.content.Content;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
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
   * @param image what the request names
   * @param inquiry says where it is
   * @throws SourceException if there is no such image
   * @throws IOException if it cannot be read
   */
  OpenImage open(MetaIdentifier image, Inquiry inquiry)
      throws DelegateException, SourceException, IOException {
    Content content = source.open(located(inquiry));
    try {
      return new OpenImage(content, codecs.open(content), image, since);
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
  void find(Inquiry inquiry) throws DelegateException, SourceException, IOException {
    source.open(located(inquiry)).close();
  }

  private static Identifier located(Inquiry inquiry) throws DelegateException, SourceException {
    Optional<Identifier> identifier = inquiry.locate();
    if (identifier.isEmpty()) {
      throw new SourceException.Missing("the delegate knows of no such image");
    }
    return identifier.get();
  }
}
