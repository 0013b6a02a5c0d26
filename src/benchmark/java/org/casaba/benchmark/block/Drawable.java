package org.casaba.benchmark.block;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.casaba.codec.DecodedImage;
import org.casaba.plan.RenderPlan;
import org.casaba.render.Renderer;

/** An answer that is planned and can be drawn again and again. */
record Drawable(DecodedImage image, RenderPlan plan, Renderer renderer) {
  int draw() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    renderer.render(image, plan, out);
    return out.size();
  }
}
