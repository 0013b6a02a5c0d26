package org.casaba.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.JpegPart;
import org.casaba.metrics.Stage;
import org.casaba.plan.RenderPlan;
import org.casaba.render.Demand;
import org.casaba.render.Renderer;
import org.casaba.render.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is drawn when there is room for it. What is sent as it is stored takes next to
 * nothing, and is not kept waiting.
 *
 * @param stamp what is laid over it; null for nothing
 */
record AdmittedPicture(
    Renderer renderer, DecodedImage image, RenderPlan plan, @Nullable Stamp stamp) {

  void write(Admission admission, OutputStream out) throws IOException {
    Demand demand = renderer.demand(image, plan);
    if (demand.small()) {
      writeSmall(admission, demand, out);
    } else if (renderer.whole(image, plan).isPresent()) {
      renderer.render(image, plan, stamp, out);
    } else {
      try (Lane.Place _ = place(admission, demand)) {
        renderer.render(image, plan, stamp, admission.paced(demand, out));
      }
    }
  }

  private Lane.Place place(Admission admission, Demand demand) throws IOException {
    Stage before = renderer.course().enter(Stage.QUEUE);
    try {
      return admission.enter(demand);
    } finally {
      renderer.course().enter(before);
    }
  }

  /** Little enough is stored of it to look whether that needs drawing. */
  private void writeSmall(Admission admission, Demand demand, OutputStream out) throws IOException {
    Optional<JpegPart> stored = renderer.stored(image, plan);
    if (stored.isPresent() && stored.get().way() == JpegPart.Way.COPY) {
      renderer.write(stored.get(), image, plan, out);
      return;
    }
    try (Lane.Place _ = place(admission, demand)) {
      if (stored.isPresent()) {
        renderer.write(stored.get(), image, plan, out);
      } else {
        renderer.draw(image, plan, stamp, out);
      }
    }
  }
}
