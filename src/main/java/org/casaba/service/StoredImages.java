package org.casaba.service;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.casaba.codec.Codecs;
import org.casaba.codec.NoSuchPageException;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.source.Source;
import org.casaba.source.SourceException;

/**
 * The images that the server has, under one configuration.
 *
 * @param pool where they stay open
 * @param since from when on the configuration holds: nothing that is answered is older
 */
public record StoredImages(Source source, Codecs codecs, OpenImages pool, Instant since) {

  /** Images that are opened for each request. */
  public StoredImages(Source source, Codecs codecs, Instant since) {
    this(source, codecs, OpenImages.none(), since);
  }

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
    Identifier located = located(inquiry);
    try {
      Lease lease = pool.open(source.find(located), image.page(), codecs);
      MetaIdentifier found = new MetaIdentifier(located, image.page(), image.scale());
      return new OpenImage(lease, found, since);
    } catch (NoSuchPageException e) {
      throw new SourceException.Missing("it has fewer pages");
    }
  }

  /**
   * Makes sure that there is something of that name.
   *
   * @throws SourceException if not
   */
  void find(Inquiry inquiry) throws DelegateException, SourceException {
    source.find(located(inquiry));
  }

  private static Identifier located(Inquiry inquiry) throws DelegateException, SourceException {
    Optional<Identifier> identifier = inquiry.locate();
    if (identifier.isEmpty()) {
      throw new SourceException.Missing("the delegate knows of no such image");
    }
    return identifier.get();
  }
}
