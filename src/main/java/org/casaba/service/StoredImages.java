package org.casaba.service;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.NoSuchPageException;
import org.casaba.content.Content;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;
import org.casaba.pyramid.store.Pyramids;
import org.casaba.pyramid.store.Subject;
import org.casaba.source.Found;
import org.casaba.source.Source;
import org.casaba.source.SourceException;

/**
 * The images that the server has, under one configuration.
 *
 * @param pool where they stay open
 * @param pyramids what speeds them up
 * @param since from when on the configuration holds: nothing that is answered is older
 */
public record StoredImages(
    Source source, Codecs codecs, OpenImages pool, Pyramids pyramids, Instant since) {

  /** Images that are opened for each request. */
  public StoredImages(Source source, Codecs codecs, Instant since) {
    this(source, codecs, OpenImages.none(), Pyramids.none(), since);
  }

  /**
   * Opens an image and reads its headers.
   *
   * @param image what the request names
   * @param inquiry says where it is
   * @throws SourceException if there is no such image
   * @throws IOException if it cannot be read
   */
  OpenImage open(MetaIdentifier image, Inquiry inquiry, Course course)
      throws DelegateException, SourceException, IOException {
    Identifier located = located(inquiry);
    Stage before = course.enter(Stage.SOURCE);
    OpenImage open = open(image, located);
    course.enter(before);
    return open;
  }

  private OpenImage open(MetaIdentifier image, Identifier located)
      throws SourceException, IOException {
    try {
      Found there = source.find(located);
      Lease lease = pool.open(there, image.page(), (content, page) -> read(there, content, page));
      MetaIdentifier found = new MetaIdentifier(located, image.page(), image.scale());
      return new OpenImage(lease, found, since, () -> drawn(there, found, lease));
    } catch (NoSuchPageException e) {
      throw new SourceException.Missing("it has fewer pages");
    }
  }

  private DecodedImage read(Found there, Content content, int page) throws IOException {
    DecodedImage image = codecs.open(content, page);
    return pyramids.with(subject(there, content, page), image);
  }

  private static Subject subject(Found there, Content content, int page) {
    return new Subject(there.place(), page, content.state(), content.version().modified());
  }

  private void drawn(Found there, MetaIdentifier image, Lease lease) {
    pyramids.drawn(
        subject(there, lease.content(), image.page()),
        lease.stored(),
        () -> foundAgain(image.identifier()),
        lease::distrust);
  }

  /** As it is now: what has been found before would be opened as what it was then. */
  private Content foundAgain(Identifier identifier) throws IOException {
    try {
      return source.find(identifier).open();
    } catch (SourceException e) {
      throw new NoSuchFileException(identifier.toString(), null, e.getMessage());
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
