package org.casaba.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
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

  public Renderer(Function<Format, Encoder> encoders, RenderSettings settings) {
    this.encoders = encoders;
    this.settings = settings;
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
    Optional<JpegPart> stored = stored(image, plan);
    if (stored.isPresent()) {
      boolean sameColors =
          plan.quality() != Quality.GRAY || image.facts().coloring() != Coloring.COLOR;
      stored.get().writeTo(options(image, sameColors, false, plan), out);
      return;
    }
    Dimensions level = image.facts().levels().get(plan.level()).size();
    Resample resample = Resample.of(plan.window(), level, plan.scaled(), settings.filter());
    List<Step> steps = steps(resample, plan, stamp);
    try (PixelRows source = image.rows(plan.level(), resample.source());
        PixelRows picture = applied(steps, source)) {
      boolean sameColors = isColor(source.layout()) == isColor(picture.layout());
      boolean bitonal = plan.quality() == Quality.BITONAL && !picture.layout().alpha();
      EncodeOptions options = options(image, sameColors, bitonal, plan);
      encoders.apply(plan.format()).encode(picture, options, out);
    }
  }

  /** The picture as part of stored JPEG data, where nothing has to be drawn for it. */
  private Optional<JpegPart> stored(DecodedImage image, RenderPlan plan) throws IOException {
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
        : jpeg.get().part(region.get(), plan.turn(), plan.quality() == Quality.GRAY);
  }

  private List<Step> steps(Resample resample, RenderPlan plan, @Nullable Stamp stamp)
      throws OverlayException {
    List<Step> steps = new ArrayList<>();
    // Before anything is mixed with its neighbours.
    steps.add(new Redact(plan.alterations().redactions(), resample.source()));
    steps.add(resample);
    steps.add(new Turn(plan.turn()));
    if (plan.rotation() > 0) {
      steps.add(new Rotate(plan.rotation(), plan.canvas()));
    }
    if (!plan.format().alpha()) {
      // Before the colours change, so that the background is part of a gray or bitonal picture.
      steps.add(new Flatten(settings.background()));
    }
    Optional<Overlay.Visible> overlay = plan.alterations().overlay();
    if (overlay.isPresent()) {
      steps.add(laid(overlay.get(), plan, stamp));
    }
    steps.add(new Recolor(plan.quality()));
    return steps;
  }

  private Step laid(Overlay.Visible overlay, RenderPlan plan, @Nullable Stamp stamp)
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

  private static PixelRows applied(List<Step> steps, PixelRows source) {
    PixelRows rows = source;
    for (Step step : steps) {
      rows = step.apply(rows);
    }
    return rows;
  }

  private EncodeOptions options(
      DecodedImage image, boolean sameColors, boolean bitonal, RenderPlan plan) {
    return new EncodeOptions(
        settings.jpegQuality(),
        bitonal,
        sameColors ? image.iccProfile().orElse(null) : null,
        plan.alterations().xmp().map(XmpPacket::of).orElse(null));
  }

  private static boolean isColor(PixelLayout layout) {
    return switch (layout) {
      case GRAY, GRAY_ALPHA -> false;
      case RGB, RGBA -> true;
    };
  }
}
