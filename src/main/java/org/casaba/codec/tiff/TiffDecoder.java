package org.casaba.codec.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.IccProfile;
import org.casaba.content.Content;
import org.jspecify.annotations.Nullable;

/** Reads TIFF and BigTIFF files. */
public final class TiffDecoder implements Decoder {
  private final Libraries libraries;

  public TiffDecoder() {
    this(Libraries.NONE);
  }

  /**
   * A decoder that is helped.
   *
   * @param libraries asked to decompress whole tiles and strips
   */
  public TiffDecoder(Libraries libraries) {
    this.libraries = libraries;
  }

  @Override
  public boolean recognises(ByteBuffer head) {
    if (head.remaining() < 8) {
      return false;
    }
    int mark = head.getInt(head.position());
    return switch (mark) {
      case 0x4949_2A00, 0x4949_2B00, 0x4D4D_002A, 0x4D4D_002B -> true;
      default -> false;
    };
  }

  @Override
  public DecodedImage open(Content content) throws IOException {
    return open(content, 1);
  }

  @Override
  public DecodedImage open(Content content, int page) throws IOException {
    TiffIndex index = TiffIndex.read(content, page);
    return new TiffImage(index, content, profile(index.icc(), content), libraries);
  }

  private static Optional<byte[]> profile(@Nullable Field field, Content content)
      throws IOException {
    if (field == null || field.count() > IccProfile.MAX_LENGTH || Field.width(field.type()) != 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(content.read(field.position(), (int) field.count()));
    } catch (EOFException e) {
      // A picture without its profile is better than none.
      return Optional.empty();
    }
  }
}
