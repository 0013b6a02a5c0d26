package org.casaba.codec.metadata;

import java.util.List;
import java.util.Optional;
import org.casaba.codec.XmpPacket;
import org.jspecify.annotations.Nullable;

/**
 * What an image file carries beside its pixels, to be put into a TIFF file. The notes of makers are
 * not in it: they point to places in the file that only the maker knows.
 *
 * @param picture fields that describe the picture but not how it is stored, IPTC among them
 * @param exif fields of the directory EXIF, without pointers
 * @param gps fields of the directory GPS
 * @param interoperability fields of that directory
 * @param xmpPacket null for none
 */
public record StoredMetadata(
    List<StoredField> picture,
    List<StoredField> exif,
    List<StoredField> gps,
    List<StoredField> interoperability,
    @Nullable XmpPacket xmpPacket) {

  public static final StoredMetadata NONE =
      new StoredMetadata(List.of(), List.of(), List.of(), List.of(), null);

  public StoredMetadata {
    picture = List.copyOf(picture);
    exif = List.copyOf(exif);
    gps = List.copyOf(gps);
    interoperability = List.copyOf(interoperability);
  }

  public Optional<XmpPacket> xmp() {
    return Optional.ofNullable(xmpPacket);
  }
}
