package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.Optional;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.ColorModel;
import org.casaba.jpeg.JpegBytes.PositionedReads;
import org.casaba.jpeg.Sampling;

/**
 * A JPEG codec beside the built-in one, which is faster at whole pictures. It makes the same pixels
 * and the same files, or nothing: whatever it does not answer, the built-in codec does.
 * Thread-safe.
 */
public interface JpegLibrary {

  /** Leaves everything to the built-in codec. */
  JpegLibrary NONE =
      new JpegLibrary() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public Optional<byte[]> decode(byte[] stream, Decoding as) {
          return Optional.empty();
        }

        @Override
        public Optional<byte[]> decode(PositionedReads stream, int length, Decoding as) {
          return Optional.empty();
        }

        @Override
        public Optional<byte[]> encode(
            byte[] pixels, Dimensions size, Sampling sampling, int quality) {
          return Optional.empty();
        }
      };

  /** Whether there is any use in asking it. */
  boolean isThere();

  /**
   * What a stream is expected to be, and how to decode it.
   *
   * @param size of the picture as stored
   * @param scale by which the decoded picture is smaller: 1, 2, 4 or 8
   * @param model GRAY, YCC or RGB
   */
  record Decoding(Dimensions size, int scale, ColorModel model) {
    public Decoding {
      if (scale < 1 || scale > 8 || Integer.bitCount(scale) != 1) {
        throw new IllegalArgumentException("a JPEG is not decoded at 1/" + scale);
      }
      switch (model) {
        case GRAY, YCC, RGB -> {}
        case CMYK, YCCK, UNKNOWN -> throw new IllegalArgumentException(model + " is not decoded");
      }
    }

    /** Pixels of the decoded picture. */
    public Dimensions scaled() {
      return new Dimensions(Math.ceilDiv(size.width(), scale), Math.ceilDiv(size.height(), scale));
    }

    /** Bytes per pixel of the decoded picture: 1 for gray, 3 for RGB. */
    public int bands() {
      return model == ColorModel.GRAY ? 1 : 3;
    }

    /** Bytes of the decoded picture. */
    public long bytes() {
      return scaled().area() * bands();
    }
  }

  /**
   * Decodes a complete stream, of one scan, of a few megabytes.
   *
   * @return gray or RGB pixels; empty if there is anything about the stream that is not as expected
   */
  Optional<byte[]> decode(byte[] stream, Decoding as);

  /**
   * Decodes a complete stream, of one scan, that need not be in memory.
   *
   * @param length of the stream in bytes; so much memory it takes, outside the heap
   * @return gray or RGB pixels; empty if there is anything about the stream that is not as expected
   */
  Optional<byte[]> decode(PositionedReads stream, int length, Decoding as) throws IOException;

  /**
   * Encodes a picture as {@link org.casaba.jpeg.BaselineEncoder} does.
   *
   * @param pixels gray or RGB, as the sampling says
   * @param quality 1 to 100
   * @return a file; empty if it cannot be done
   */
  Optional<byte[]> encode(byte[] pixels, Dimensions size, Sampling sampling, int quality);
}
