package org.casaba.info;

import java.util.List;
import java.util.Optional;
import org.casaba.iiif.Format;
import org.jspecify.annotations.Nullable;

/**
 * What the institution says of all its images.
 *
 * @param rightsUri {@code info.rights}: a rights or licence URI for every info.json; null for none
 * @param preferredFormats {@code info.preferred_formats}: best first; may be empty
 */
public record InformationSettings(@Nullable String rightsUri, List<Format> preferredFormats) {
  public InformationSettings {
    preferredFormats = List.copyOf(preferredFormats);
  }

  public Optional<String> rights() {
    return Optional.ofNullable(rightsUri);
  }
}
