package org.casaba.codec.webp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.webp.lossy.FrameHeader;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/** One picture in a WebP file. */
sealed interface WebpFrame {

  Dimensions size();

  /** Whether its pixels may be transparent. */
  boolean alpha();

  /** Starts decoding. */
  FrameRows rows(Content content) throws IOException;

  /**
   * A lossy picture.
   *
   * @param alphaChunk where its opacity is; null if it is opaque
   */
  record Lossy(FrameHeader header, long end, @Nullable RiffChunk alphaChunk) implements WebpFrame {
    @Override
    public Dimensions size() {
      return header.size();
    }

    @Override
    public boolean alpha() {
      return alphaChunk != null;
    }

    @Override
    public FrameRows rows(Content content) throws IOException {
      return FrameRows.lossy(content, this);
    }
  }

  /**
   * A lossless picture.
   *
   * @param start where what follows the header begins
   */
  record Lossless(Dimensions size, boolean alpha, long start, long end) implements WebpFrame {
    private static final int SIGNATURE = 0x2F;
    private static final int HEADER_LENGTH = 5;

    static Lossless read(Content content, RiffChunk chunk) throws IOException {
      chunk.require(HEADER_LENGTH);
      ContentReader reader = new ContentReader(content, chunk.start(), ByteOrder.LITTLE_ENDIAN);
      int signature = reader.u8();
      int header = reader.i32();
      if (signature != SIGNATURE || header >>> 29 != 0) {
        throw new DamagedImageException("The WebP file's picture has an impossible header");
      }
      Dimensions size = new Dimensions(1 + (header & 0x3FFF), 1 + (header >> 14 & 0x3FFF));
      boolean alpha = (header >> 28 & 1) == 1;
      return new Lossless(size, alpha, chunk.start() + HEADER_LENGTH, chunk.end());
    }

    @Override
    public FrameRows rows(Content content) throws IOException {
      return FrameRows.lossless(content, this);
    }
  }

  /** The first picture among the chunks of a file or of a frame of an animation. */
  static WebpFrame read(Content content, List<RiffChunk> chunks) throws IOException {
    @Nullable RiffChunk alphaChunk = null;
    for (RiffChunk chunk : chunks) {
      switch (chunk.type()) {
        case RiffChunk.ALPH -> alphaChunk = chunk;
        case RiffChunk.VP8L -> {
          return Lossless.read(content, chunk);
        }
        case RiffChunk.VP8 -> {
          FrameHeader header = FrameHeader.read(content, chunk.start(), chunk.end());
          return new Lossy(header, chunk.end(), alphaChunk);
        }
        default -> {}
      }
    }
    throw new DamagedImageException("The WebP file has no picture");
  }
}
