package org.casaba.app;

import java.util.List;
import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;
import org.casaba.web.SampleImage;

/** The images that come with Casaba, drawn when it is built. */
final class SampleImages {
  static final List<SampleImage> ALL =
      List.of(
          new SampleImage(
              new Identifier("island.tif"),
              "The Island of Casaba",
              "A chart with names at every scale. Pyramidal TIFF, 12000 by 8000.",
              Format.JPG),
          new SampleImage(
              new Identifier("harbour.jpg"),
              "The Harbour of Port Colophon",
              "A plan of the capital. Plain JPEG, 3000 by 2000.",
              Format.JPG),
          new SampleImage(
              new Identifier("rose.png"),
              "A Compass Rose",
              "On nothing at all. PNG with transparency, 1501 by 1499.",
              Format.PNG));

  private SampleImages() {}
}
