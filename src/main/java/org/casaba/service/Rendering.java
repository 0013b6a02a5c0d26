package org.casaba.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.casaba.cache.DerivativeCache;
import org.casaba.plan.DerivativeKey;
import org.casaba.plan.RenderPlan;
import org.casaba.render.Renderer;

/** Makes pictures, or finds them where they have been kept. */
public record Rendering(Renderer renderer, DerivativeCache cache) {

  /** Names the picture that a plan makes of an image. */
  DerivativeKey key(OpenImage image, String identifier, RenderPlan plan) {
    return DerivativeKey.of(identifier, image.content().version(), plan, renderer.settings());
  }

  void write(DerivativeKey key, OpenImage image, RenderPlan plan, OutputStream out)
      throws IOException {
    Optional<byte[]> kept = cache.find(key);
    if (kept.isPresent()) {
      out.write(kept.get());
    } else {
      cache.render(key, o -> renderer.render(image.image(), plan, o), out);
    }
  }
}
