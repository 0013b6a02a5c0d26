package org.casaba.web;

import java.util.Optional;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.Scale;

/**
 * How images are named in addresses.
 *
 * @param slashSubstitute what stands for a slash; empty for nothing
 */
record ImageNames(MetaIdentifiers metaIdentifiers, String slashSubstitute) {

  /**
   * What a client has named; nothing if there can be no such image.
   *
   * @param raw the identifier as the client wrote it, percent-encoded
   */
  Optional<MetaIdentifier> read(String raw) throws IllegalRequestException, DelegateException {
    return metaIdentifiers.deserialize(new IdentifierSpelling(raw, slashSubstitute).read());
  }

  /**
   * The name of the same image at another scale, percent-encoded.
   *
   * @param raw how the client wrote {@code image}
   * @throws DelegateException if there is no such name, or it leads nowhere
   */
  String reduced(String raw, MetaIdentifier image, Scale scale)
      throws DelegateException, IllegalRequestException {
    MetaIdentifier wanted = new MetaIdentifier(image.identifier(), image.page(), scale);
    if (wanted.equals(image)) {
      throw new DelegateException.Failed("the rules lead from scale " + scale + " to itself");
    }
    String written =
        new IdentifierSpelling(raw, slashSubstitute).write(metaIdentifiers.serialize(wanted)).raw();
    if (!read(written).equals(Optional.of(wanted))) {
      throw new DelegateException.Failed(
          "a meta-identifier with scale " + scale + " is not understood as that");
    }
    return written;
  }
}
