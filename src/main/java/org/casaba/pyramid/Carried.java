package org.casaba.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.metadata.MetadataReader;
import org.casaba.codec.metadata.StoredField;
import org.casaba.codec.metadata.StoredMetadata;

/**
 * What goes along with the pixels.
 *
 * @param icc profile of the pixels as they are decoded
 * @param notes what does not go along
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
record Carried(Optional<byte[]> icc, StoredMetadata metadata, List<String> notes) {

  /** Metadata that cannot be understood do not keep a pyramid from being made. */
  static Carried of(PyramidBuilder.Order order) throws IOException {
    Optional<byte[]> icc = order.image().iccProfile();
    List<String> notes = new ArrayList<>();
    StoredMetadata metadata = StoredMetadata.NONE;
    try {
      metadata = withComment(MetadataReader.stored(order.content()), order, notes);
    } catch (DamagedImageException | UnsupportedImageException e) {
      notes.add("without its metadata, which cannot be read");
    }
    if (order.origin() != null && lacks(metadata, Origin.DOCUMENT_NAME)) {
      metadata = with(metadata, Origin.field(Origin.DOCUMENT_NAME, order.origin()));
    }
    return new Carried(icc, metadata, notes);
  }

  /** TIFF has one description, JPEG may have comments beside that of EXIF. */
  private static StoredMetadata withComment(
      StoredMetadata stored, PyramidBuilder.Order order, List<String> notes) throws IOException {
    if (!order.image().facts().format().equals("JPEG")) {
      return stored;
    }
    Object comment = MetadataReader.read(order.content()).own().get("comment");
    if (comment instanceof String text && lacks(stored, Origin.DESCRIPTION)) {
      return text.isEmpty() ? stored : with(stored, Origin.field(Origin.DESCRIPTION, text));
    }
    if (comment != null) {
      notes.add("without its JPEG comment");
    }
    return stored;
  }

  private static boolean lacks(StoredMetadata metadata, int tag) {
    return metadata.picture().stream().noneMatch(f -> f.tag() == tag);
  }

  private static StoredMetadata with(StoredMetadata metadata, StoredField field) {
    List<StoredField> picture = new ArrayList<>(metadata.picture());
    picture.add(field);
    return new StoredMetadata(
        picture,
        metadata.exif(),
        metadata.gps(),
        metadata.interoperability(),
        metadata.xmp().orElse(null));
  }
}
