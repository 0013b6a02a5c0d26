package org.casaba.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.cache.DerivativeCache;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.metrics.Course;
import org.casaba.metrics.Stage;
import org.casaba.metrics.Way;
import org.casaba.plan.DerivativeKey;
import org.casaba.plan.RenderPlan;
import org.casaba.render.Renderer;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures, or finds them where they have been kept.
 *
 * @param admission what is made only passes through here
 */
public record Rendering(
    Renderer renderer, DerivativeCache cache, Overlays overlays, Admission admission) {

  /** Makes all that is asked for at once. */
  public Rendering(Renderer renderer, DerivativeCache cache, Overlays overlays) {
    this(renderer, cache, overlays, Admission.unlimited());
  }

  /** Changes when pictures are drawn in another way: what has been kept is drawn anew. */
  private static final String MAKE = "picture 1";

  /** Names the picture that a plan makes of an image, with that laid over it. */
  DerivativeKey key(OpenImage image, RenderPlan plan, Overlays.@Nullable Opened overlay) {
    MetaIdentifier found = image.found();
    List<Object> parts = new ArrayList<>();
    parts.addAll(List.of(MAKE, found.identifier(), found.page(), found.scale()));
    parts.addAll(List.of(image.content().version(), plan, renderer.settings()));
    // The same pixels may be stored in several ways, not all of them without loss.
    parts.add(image.facts().levels());
    parts.add(overlay == null ? "" : overlay.version());
    parts.addAll(plan.alterations().words());
    return DerivativeKey.of(found.identifier(), parts.toArray());
  }

  /** The same for one request, whose course is noted. */
  Rendering on(Course course) {
    return new Rendering(renderer.on(course), cache, overlays, admission);
  }

  /**
   * Finds a picture, or makes it. What is stored just so is copied, not kept a second time.
   *
   * @return as {@link DerivativeCache#picture}
   */
  Optional<byte[]> make(DerivativeKey key, Picture picture, OutputStream out) throws IOException {
    if (picture.copy(renderer, out)) {
      return Optional.empty();
    }
    if (!picture.isWorthKeeping()) {
      picture.render(renderer, out);
      return Optional.empty();
    }
    Course course = renderer.course();
    Stage before = course.enter(Stage.CACHE);
    Optional<byte[]> made = cache.picture(key, o -> picture.render(renderer, o), out);
    if (course.way() == null) {
      // Drawing it would have said otherwise.
      course.by(Way.CACHE);
    } else if (made.isPresent()) {
      course.kept(made.get().length);
    }
    course.enter(before);
    return made;
  }
}
