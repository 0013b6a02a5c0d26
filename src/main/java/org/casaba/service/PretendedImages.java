package org.casaba.service;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.PixelRows;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.Format;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;
import org.casaba.source.Found;

/**
 * Images that exist only as far as planning goes: any identifier names a tiled pyramid of one size.
 * For trying out rules without having the image.
 */
public final class PretendedImages {
  private static final Dimensions TILE = new Dimensions(256, 256);

  private PretendedImages() {}

  /** Images of that size, under every name. */
  public static StoredImages of(Dimensions size) {
    List<Encoder> encoders = Arrays.stream(Format.values()).<Encoder>map(NoEncoder::new).toList();
    return new StoredImages(
        identifier -> new NoContent(),
        new Codecs(List.of(new PretendedDecoder(facts(size))), encoders),
        Instant.EPOCH);
  }

  private static ImageFacts facts(Dimensions size) {
    List<ResolutionLevel> levels = new ArrayList<>();
    Dimensions level = size;
    levels.add(new ResolutionLevel(level, TILE));
    while (level.width() > TILE.width() || level.height() > TILE.height()) {
      level = new Dimensions(Math.ceilDiv(level.width(), 2), Math.ceilDiv(level.height(), 2));
      levels.add(new ResolutionLevel(level, TILE));
    }
    return new ImageFacts("TIFF", Orientation.UPRIGHT, levels, ImageFacts.Coloring.COLOR, false);
  }

  private record NoContent() implements Content, Found {
    @Override
    public Object place() {
      return "";
    }

    @Override
    public Object state() {
      return version();
    }

    @Override
    public Content open() {
      return this;
    }

    @Override
    public ContentVersion version() {
      return new ContentVersion(0, Instant.EPOCH, "");
    }

    @Override
    public int read(long position, ByteBuffer target) {
      return -1;
    }

    @Override
    public void close() {}
  }

  private record PretendedDecoder(ImageFacts facts) implements Decoder {
    @Override
    public boolean recognises(ByteBuffer head) {
      return true;
    }

    @Override
    public DecodedImage open(Content content) {
      return open(content, 1);
    }

    /** Whatever page is asked for is the last. */
    @Override
    public DecodedImage open(Content content, int page) {
      return new PretendedImage(facts, page);
    }
  }

  private record PretendedImage(ImageFacts facts, int pageCount) implements DecodedImage {
    @Override
    public Optional<byte[]> iccProfile() {
      return Optional.empty();
    }

    @Override
    public PixelRows rows(int level, Rectangle region) {
      throw new UnsupportedOperationException("an image that does not exist has no pixels");
    }

    @Override
    public void close() {}
  }

  private record NoEncoder(Format format) implements Encoder {
    @Override
    public void encode(PixelRows rows, EncodeOptions options, java.io.OutputStream out) {
      throw new UnsupportedOperationException("an image that does not exist is not written");
    }
  }
}
