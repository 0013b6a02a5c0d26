package org.casaba.codec.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an image file carries beside its pixels. Values are strings, numbers, and lists and maps of
 * those.
 *
 * @param exif maps of fields by the name of their directory: IFD0, Exif, GPS, Interoperability
 * @param iptc fields by name; lists of what a file has several of
 * @param xmpPacket the XMP packet; null for none
 * @param own what only this format has: PNG's texts by keyword, comments under {@code comment}
 */
public record Metadata(
    Map<String, Object> exif,
    Map<String, Object> iptc,
    @Nullable String xmpPacket,
    Map<String, Object> own) {

  public Metadata {
    exif = Collections.unmodifiableMap(new LinkedHashMap<>(exif));
    iptc = Collections.unmodifiableMap(new LinkedHashMap<>(iptc));
    own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
  }

  public Optional<String> xmp() {
    return Optional.ofNullable(xmpPacket);
  }
}
