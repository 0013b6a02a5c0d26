package org.casaba.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.JpegPart;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StoredJpeg;
import org.casaba.codec.XmpPacket;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.Format;
import org.casaba.iiif.Quality;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;
import org.casaba.metrics.Way;
import org.casaba.plan.ImageFacts.Coloring;
import org.casaba.plan.Overlay;
import org.casaba.plan.RenderPlan;
import org.jspecify.annotations.Nullable;

/**
 * Draws answers: decodes what a plan needs, lets the rows run through the plan's steps, and encodes
 * them as they come. Thread-safe.
 */
public final class Renderer {
  private final Function<Format, Encoder> encoders;
  private final RenderSettings settings;
  private final Crew crew;
  private final Course course;

  /** Draws with the caller's thread alone. */
  public Renderer(Function<Format, Encoder> encoders, RenderSettings settings) {
    this(encoders, settings, Crew.NONE);
  }

  /**
   * @param crew helps with large pictures; not closed by this
   */
  public Renderer(Function<Format, Encoder> encoders, RenderSettings settings, Crew crew) {
    this(encoders, settings, crew, Course.NONE);
  }

  private Renderer(
      Function<Format, Encoder> encoders, RenderSettings settings, Crew crew, Course course) {
    this.encoders = encoders;
    this.settings = settings;
    this.crew = crew;
    this.course = course;
  }

  /** The same for one request, whose course it notes; to be used by that request's thread. */
  public Renderer on(Course noted) {
    return new Renderer(encoders, settings, crew, noted);
  }

  /** Where is noted what is done; {@link Course#NONE} if nowhere. */
  public Course course() {
    return course;
  }

  public RenderSettings settings() {
    return settings;
  }

  /** Writes a picture over which no other is laid. */
  public void render(DecodedImage image, RenderPlan plan, OutputStream out) throws IOException {
    render(image, plan, null, out);
  }

  /**
   * Writes a complete file of the plan's format.
   *
   * @param plan made from {@code image}'s facts
   * @param stamp what the plan's {@link Overlay.Image} names; null if there is none in it
   * @param out not closed
   * @throws OverlayException if there is an overlay, and it cannot be drawn
   * @throws IOException what the decoder or the stream throws, unchanged
   */
  public void render(DecodedImage image, RenderPlan plan, @Nullable Stamp stamp, OutputStream out)
      throws IOException {
    Stage before = course.enter(Stage.DECODE);
    Optional<JpegPart> stored = stored(image, plan);
    course.enter(before);
    if (stored.isPresent()) {
      write(stored.get(), image, plan, out);
    } else {
      draw(image, plan, stamp, out);
    }
  }

  /**
   * The one half of {@link #render}: writes what {@link #stored} has answered for the same plan.
   */
  public void write(JpegPart stored, DecodedImage image, RenderPlan plan, OutputStream out)
      throws IOException {
    Stage before = course.enter(Stage.COPY);
    course.by(Ways.of(stored, image.facts().levels().get(plan.level())));
    stored.writeTo(storedOptions(image, plan), out);
    course.enter(before);
  }

  /** The other half: decodes and encodes. */
  public void draw(DecodedImage image, RenderPlan plan, @Nullable Stamp stamp, OutputStream out)
      throws IOException {
    Stage before = course.enter(Stage.RESAMPLE);
    course.by(Way.RENDER);
    Drawing drawing = drawing(image, plan, stamp);
    Optional<CutDrawing> cut;
    try (PixelRows source = drawing.source(course);
        PixelRows picture = drawing.apply(source, course)) {
      course.enter(Stage.ENCODE);
      boolean sameColors = isColor(source.layout()) == isColor(picture.layout());
      boolean bitonal = plan.quality() == Quality.BITONAL && !picture.layout().alpha();
      EncodeOptions options = options(image, sameColors, bitonal, plan);
      Encoder encoder = encoders.apply(plan.format());
      cut = CutDrawing.of(drawing, picture.layout(), encoder, options);
      if (cut.isEmpty()) {
        encoder.encode(picture, options, out);
      }
    }
    if (cut.isPresent()) {
      new StripWriter(cut.get(), crew, course).write(out);
    }
    course.enter(before);
  }

  /**
   * Writes a picture as {@link #render} would, if that only takes copying one stored stream.
   *
   * @return whether it has been written
   */
  public boolean copy(DecodedImage image, RenderPlan plan, OutputStream out) throws IOException {
    boolean possible = isWholeFile(image, plan) || isTile(image, plan);
    Optional<JpegPart> stored = possible ? stored(image, plan) : Optional.empty();
    if (stored.isEmpty() || stored.get().way() != JpegPart.Way.COPY) {
      return false;
    }
    write(stored.get(), image, plan, out);
    return true;
  }

  private static boolean isTile(DecodedImage image, RenderPlan plan) {
    Optional<Dimensions> tile = image.facts().levels().get(plan.level()).tile();
    Optional<Rectangle> wanted = plan.unscaled();
    return tile.isPresent()
        && wanted.isPresent()
        && wanted.get().size().equals(tile.get())
        && wanted.get().x() % tile.get().width() == 0
        && wanted.get().y() % tile.get().height() == 0;
  }

  /** Of other files there is no stored one to send, and joining tiles is not to be begun twice. */
  private static boolean isWholeFile(DecodedImage image, RenderPlan plan) {
    return image.facts().format().equals("JPEG")
        && plan.level() == 0
        && plan.unscaled().filter(image.facts().storedSize().whole()::equals).isPresent();
  }

  /** What is known before, if {@link #render} would write a stored file whole. */
  public Optional<JpegPart.Whole> whole(DecodedImage image, RenderPlan plan) throws IOException {
    Optional<JpegPart> stored = isWholeFile(image, plan) ? stored(image, plan) : Optional.empty();
    return stored.isEmpty() ? Optional.empty() : stored.get().whole(storedOptions(image, plan));
  }

  /** What it takes to {@link #render}; answered at once, without reading. */
  public Demand demand(DecodedImage image, RenderPlan plan) {
    return Demand.of(image, plan, crew.hands());
  }

  /**
   * The picture as part of stored JPEG data, where nothing has to be drawn for it. Of a large part
   * this reads, and holds, much of the data.
   */
  public Optional<JpegPart> stored(DecodedImage image, RenderPlan plan) throws IOException {
    boolean drawn =
        plan.format() != Format.JPG
            || plan.rotation() > 0
            || plan.quality() == Quality.BITONAL
            || plan.alterations().changePixels();
    Optional<Rectangle> region =
        settings.jpegReuse() && !drawn ? plan.unscaled() : Optional.empty();
    if (region.isEmpty()) {
      return Optional.empty();
    }
    Optional<StoredJpeg> jpeg = image.jpeg(plan.level());
    return jpeg.isEmpty()
        ? Optional.empty()
        : jpeg.get()
            .part(region.get(), plan.turn(), plan.quality() == Quality.GRAY)
            .filter(settings::reuses);
  }

  private Drawing drawing(DecodedImage image, RenderPlan plan, @Nullable Stamp stamp)
      throws IOException {
    Dimensions level = image.facts().levels().get(plan.level()).size();
    Resample resample = Resample.of(plan.window(), level, plan.scaled(), settings.filter());
    Optional<Overlay.Visible> overlay = plan.alterations().overlay();
    LayOver laid = overlay.isPresent() ? laid(overlay.get(), plan, stamp) : null;
    return new Drawing(image, plan, resample, laid, settings);
  }

  private LayOver laid(Overlay.Visible overlay, RenderPlan plan, @Nullable Stamp stamp)
      throws OverlayException {
    PlacedStamp laid =
        switch (overlay) {
          case Overlay.Text text -> Letterer.draw(text, plan.canvas());
          case Overlay.Image image -> {
            if (stamp == null) {
              throw new OverlayException("nobody has opened the overlay " + image.file());
            }
            yield new PlacedStamp(stamp, image.placement());
          }
        };
    return LayOver.of(laid.stamp(), laid.placement(), plan.canvas(), settings.filter());
  }

  private EncodeOptions storedOptions(DecodedImage image, RenderPlan plan) throws IOException {
    boolean sameColors =
        plan.quality() != Quality.GRAY || image.facts().coloring() != Coloring.COLOR;
    return options(image, sameColors, false, plan);
  }

  private EncodeOptions options(
      DecodedImage image, boolean sameColors, boolean bitonal, RenderPlan plan) throws IOException {
    Optional<XmpPacket> packet = plan.alterations().xmp().map(XmpPacket::of);
    boolean keep = settings.jpegMetadata() == RenderSettings.Metadata.KEEP;
    return new EncodeOptions(
        settings.jpegQuality(),
        bitonal,
        sameColors ? image.iccProfile().orElse(null) : null,
        packet.orElse(null),
        keep,
        keep && showsAll(image, plan) ? image.metadata(packet.isEmpty()) : List.of());
  }

  /** Whether every stored pixel is shown as it is: its metadata are true of such a picture. */
  private static boolean showsAll(DecodedImage image, RenderPlan plan) {
    Rectangle whole = image.facts().storedSize().whole();
    return plan.format() == Format.JPG
        && (plan.quality() == Quality.DEFAULT || plan.quality() == Quality.COLOR)
        && plan.rotation() == 0
        && !plan.alterations().changePixels()
        && plan.level() == 0
        && plan.unscaled().filter(whole::equals).isPresent();
  }

  private static boolean isColor(PixelLayout layout) {
    return switch (layout) {
      case GRAY, GRAY_ALPHA -> false;
      case RGB, RGBA -> true;
    };
  }
}
