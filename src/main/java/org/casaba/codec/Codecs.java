package org.casaba.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.casaba.content.Content;
import org.casaba.iiif.Format;
import org.casaba.plan.ResolutionLevel;

/** All decoders and encoders; a decoder is chosen by a file's first bytes, never by its name. */
public final class Codecs {
  private static final long MOST_PIXELS_WITHOUT_TILES = 2_000_000_000;

  private final List<Decoder> decoders;
  private final Map<Format, Encoder> encoders = new EnumMap<>(Format.class);

  /**
   * Chooses among these.
   *
   * @param decoders asked in this order
   * @param encoders one for each {@link Format}
   */
  public Codecs(List<Decoder> decoders, List<Encoder> encoders) {
    this.decoders = List.copyOf(decoders);
    encoders.forEach(e -> this.encoders.put(e.format(), e));
    for (Format format : Format.values()) {
      if (!this.encoders.containsKey(format)) {
        throw new IllegalArgumentException("no encoder for " + format);
      }
    }
  }

  /** The first page of an image. */
  public DecodedImage open(Content content) throws IOException {
    return open(content, 1);
  }

  /**
   * Reads the headers of an image.
   *
   * @param page 1 or more
   * @throws NoSuchPageException if there are fewer pages
   * @throws UnsupportedImageException if no decoder knows the format
   * @throws DamagedImageException if the headers are wrong
   */
  public DecodedImage open(Content content, int page) throws IOException {
    ByteBuffer head = head(content);
    for (Decoder decoder : decoders) {
      if (decoder.recognises(head.asReadOnlyBuffer())) {
        return bounded(open(decoder, content, page));
      }
    }
    if (head.limit() == 0) {
      throw new DamagedImageException("it is empty");
    }
    throw new UnsupportedImageException(
        "its bytes are of no format that is read here: TIFF, JPEG, PNG, GIF, BMP, WebP");
  }

  /** Whether a content begins as an image of a format that is read here. */
  public boolean recognises(Content content) throws IOException {
    ByteBuffer head = head(content);
    return decoders.stream().anyMatch(d -> d.recognises(head.asReadOnlyBuffer()));
  }

  private static ByteBuffer head(Content content) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(Decoder.HEAD_LENGTH);
    while (head.hasRemaining() && content.read(head.position(), head) >= 0) {}
    return head.flip();
  }

  /** A few kilobytes can say that they are billions of pixels, which somebody has to unpack. */
  private static DecodedImage bounded(DecodedImage image) throws IOException {
    ResolutionLevel full = image.facts().levels().getFirst();
    if (full.tile().isEmpty() && full.size().area() > MOST_PIXELS_WITHOUT_TILES) {
      image.close();
      throw new UnsupportedImageException(
          "it has more than "
              + MOST_PIXELS_WITHOUT_TILES
              + " pixels, which are read only from a tiled TIFF");
    }
    return image;
  }

  /**
   * Decoders meet whatever bytes there are: a mistake of theirs about those is the image's fault.
   * Failures to read the content and errors of the virtual machine, such as want of memory, are
   * not.
   */
  private static DecodedImage open(Decoder decoder, Content content, int page) throws IOException {
    try {
      return decoder.open(content, page);
    } catch (EOFException e) {
      throw new DamagedImageException("it ends early", e);
    } catch (RuntimeException e) {
      throw new DamagedImageException("its headers cannot be read", e);
    }
  }

  /** What writes that format. */
  public Encoder encoder(Format format) {
    Encoder encoder = encoders.get(format);
    if (encoder == null) {
      throw new AssertionError(format);
    }
    return encoder;
  }
}
