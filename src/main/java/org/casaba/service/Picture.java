package org.casaba.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.JpegPart;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.ImageRequest;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;
import org.casaba.metrics.Way;
import org.casaba.plan.CanonicalRequest;
import org.casaba.plan.RenderPlan;
import org.casaba.render.OverlayException;
import org.casaba.render.Renderer;
import org.casaba.render.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * A picture, planned and ready to be rendered into a stream. Holds the stored image open until it
 * is closed.
 */
public final class Picture implements ImageAnswer, Closeable {
  /** Pixels: takes about a second to draw, and has some 4 MB as a JPEG. */
  private static final long GIANT = 32_000_000;

  private final OpenImage image;
  private final Rendering rendering;
  private final KnownPlans.Known planned;
  private final Overlays.@Nullable Opened overlay;
  private final boolean varies;
  private boolean drawn;

  /**
   * @throws OverlayException if there is an overlay, and it is not to be had
   */
  Picture(
      OpenImage image, ImageRequest request, RenderPlan plan, Rendering rendering, boolean varies)
      throws OverlayException {
    this.image = image;
    this.rendering = rendering;
    this.overlay = rendering.overlays().open(plan.alterations()).orElse(null);
    this.planned =
        new KnownPlans.Known(
            plan,
            CanonicalRequest.of(request, image.facts(), plan),
            rendering.key(image, plan, overlay));
    this.varies = varies;
  }

  /** The same, of what has been planned before, with nothing laid over it. */
  Picture(OpenImage image, KnownPlans.Known planned, Rendering rendering, boolean varies) {
    this.image = image;
    this.rendering = rendering;
    this.overlay = null;
    this.planned = planned;
    this.varies = varies;
  }

  KnownPlans.Known planned() {
    return planned;
  }

  private RenderPlan plan() {
    return planned.plan();
  }

  /** The one way to write this request. */
  public ImageRequest canonical() {
    return planned.canonical();
  }

  /** Of the picture that {@link #writeTo} writes, in pixels. */
  public Dimensions size() {
    return plan().canvas();
  }

  /** Changes whenever the bytes may; without quotes. */
  public String entityTag() {
    return planned.key().digest();
  }

  /** When the stored image, or how it is rendered, last changed. */
  public Instant lastModified() {
    return image.lastModified();
  }

  /** Whether another caller may get another picture for the same URI. */
  public boolean varies() {
    return varies;
  }

  /**
   * Finds the file that was asked for, or makes it.
   *
   * @param out takes files that are not held in memory
   * @return the file, not to be changed, of which nothing has been written; empty if all of it has
   *     been written to {@code out}
   */
  public Optional<byte[]> make(OutputStream out) throws IOException {
    return rendering.make(planned.key(), this, out);
  }

  /** Writes the file that was asked for. */
  public void writeTo(OutputStream out) throws IOException {
    Optional<byte[]> made = make(out);
    if (made.isPresent()) {
      out.write(made.get());
    }
  }

  /**
   * Whether others may want it. Of an image that has been changed in this moment nobody can tell
   * later whether it has been changed again; of one that has been purged since it was opened
   * nothing is to be kept; there is no end of pictures that are turned by a fraction of a degree;
   * and whoever wants a giant wants its first rows before the last ones are drawn.
   */
  boolean isWorthKeeping() {
    return image.isSettled()
        && !image.isForgotten()
        && size().area() <= GIANT
        && plan().rotation() == Math.rint(plan().rotation());
  }

  /** What is known of the file before it is written, if a stored one is sent whole. */
  public Optional<Whole> whole() throws IOException {
    Course course = rendering.renderer().course();
    Stage before = course.enter(null);
    try {
      Optional<Whole> whole = rendering.renderer().whole(image.image(), plan()).map(this::whole);
      course.turnedOut(whole.isPresent() ? Stage.COPY : null);
      course.enter(before);
      return whole;
    } catch (DamagedImageException e) {
      image.distrust();
      throw e;
    }
  }

  private Whole whole(JpegPart.Whole known) {
    Path file = known.verbatim() ? image.content().file().orElse(null) : null;
    return new Whole(known.length(), file);
  }

  /**
   * A stored file that is sent whole.
   *
   * @param length how many bytes {@link #writeTo} writes
   * @param path of a local file that begins with just these bytes; null if there is none
   */
  public record Whole(long length, @Nullable Path path) {

    public Optional<Path> file() {
      return Optional.ofNullable(path);
    }
  }

  /** Notes that somebody else has sent what {@link #writeTo} would write. */
  public void sent() {
    rendering.renderer().course().by(Way.FILE);
    drawn = true;
  }

  /** Writes the file if it is stored just so; answers whether it is. */
  boolean copy(Renderer renderer, OutputStream out) throws IOException {
    try {
      boolean copied = renderer.copy(image.image(), plan(), out);
      drawn |= copied;
      return copied;
    } catch (DamagedImageException e) {
      image.distrust();
      throw e;
    }
  }

  void render(Renderer renderer, OutputStream out) throws IOException {
    try {
      Stamp stamp = overlay == null ? null : overlay.stamp();
      drawn = true;
      new AdmittedPicture(renderer, image.image(), plan(), stamp).write(rendering.admission(), out);
    } catch (OverloadedException e) {
      drawn = false;
      throw e;
    } catch (DamagedImageException e) {
      drawn = false;
      image.distrust();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (image) {
      if (drawn) {
        image.drawn().run();
      }
    }
  }
}
