package org.casaba.codec;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to write a picture, beyond its pixels.
 *
 * @param jpegQuality 1 to 100, on libjpeg's scale
 * @param bitonal the rows hold only black (0) and white (255): formats that can, store one bit each
 * @param icc profile to embed where the format can; null for none
 * @param xmpPacket metadata to embed; null for none
 * @param keepMetadata whether a JPEG file that is sent as it is stored keeps its own metadata, but
 *     for XMP if there is a packet to embed
 * @param carried what {@link DecodedImage#metadata} says, for a JPEG file that is encoded anew
 */
@SuppressWarnings("ArrayRecordComponent") // options are never compared
public record EncodeOptions(
    int jpegQuality,
    boolean bitonal,
    byte @Nullable [] icc,
    @Nullable XmpPacket xmpPacket,
    boolean keepMetadata,
    List<byte[]> carried) {
  public EncodeOptions {
    carried = List.copyOf(carried);
    if (jpegQuality < 1 || jpegQuality > 100) {
      throw new IllegalArgumentException("JPEG quality " + jpegQuality + " is not 1 to 100");
    }
  }

  /** Options that keep no metadata. */
  public EncodeOptions(
      int jpegQuality, boolean bitonal, byte @Nullable [] icc, @Nullable XmpPacket xmpPacket) {
    this(jpegQuality, bitonal, icc, xmpPacket, false, List.of());
  }

  public Optional<XmpPacket> xmp() {
    return Optional.ofNullable(xmpPacket);
  }

  public Optional<byte[]> iccProfile() {
    return Optional.ofNullable(icc);
  }
}
