package org.casaba.pyramid.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;

/** JPEG data of a pyramid, without which one can do as well. */
record GuardedJpeg(StoredJpeg stored, Failure failure) implements StoredJpeg {

  /** Is told that they cannot be read; may throw what it is told. */
  @FunctionalInterface
  interface Failure {
    void of(Exception reason) throws IOException;
  }

  @FunctionalInterface
  private interface Attempt {
    Optional<JpegPart> part() throws IOException;
  }

  @Override
  public Optional<JpegPart> part(Rectangle region, Orientation turn, boolean gray)
      throws IOException {
    return guarded(() -> stored.part(region, turn, gray));
  }

  @Override
  public Optional<JpegPart> tile(int x, int y, Dimensions tile) throws IOException {
    return guarded(() -> stored.tile(x, y, tile));
  }

  private Optional<JpegPart> guarded(Attempt attempt) throws IOException {
    try {
      return attempt.part().map(part -> new Part(part, failure));
    } catch (IOException | RuntimeException e) {
      failure.of(e);
      return Optional.empty();
    }
  }

  /** A part that tells when it turns out to be damaged. */
  private record Part(JpegPart part, Failure failure) implements JpegPart {
    @Override
    public Way way() {
      return part.way();
    }

    @Override
    public OptionalInt ownQuality() {
      return OptionalInt.of(Job.QUALITY);
    }

    @Override
    public void writeTo(EncodeOptions options, OutputStream out) throws IOException {
      try {
        part.writeTo(options, out);
      } catch (DamagedImageException e) {
        failure.of(e);
        throw e;
      }
    }
  }
}
