package org.casaba.pyramid;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.metadata.MetadataReader;
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
    try {
      return new Carried(icc, MetadataReader.stored(order.content()), List.of());
    } catch (DamagedImageException | UnsupportedImageException e) {
      return new Carried(
          icc, StoredMetadata.NONE, List.of("without its metadata, which cannot be read"));
    }
  }
}
