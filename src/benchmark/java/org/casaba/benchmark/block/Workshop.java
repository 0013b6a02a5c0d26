package org.casaba.benchmark.block;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Encoder;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.jpeg.JpegLibrary;
import org.casaba.codec.libdeflate.Libdeflate;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.DeflateLibrary;
import org.casaba.codec.tiff.Libraries;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.codec.turbojpeg.TurboJpeg;
import org.casaba.config.Settings;
import org.casaba.config.SettingsException;
import org.casaba.config.SettingsLoader;
import org.casaba.config.Surroundings;
import org.casaba.content.FileContent;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.RequestParser;
import org.casaba.plan.Planner;
import org.casaba.plan.RenderPlan;
import org.casaba.plan.UnsatisfiableRequestException;
import org.casaba.render.Renderer;

/** The engine with its standard settings, without all that stands around it in the server. */
final class Workshop {
  private final Path samples = Path.of(System.getProperty("benchmark.samples", "target/samples"));
  private final Codecs codecs = codecs(libraries());
  private final Settings settings;

  Workshop() throws SettingsException {
    settings = new SettingsLoader(new Surroundings(Map.of(), Map.of(), null, samples)).load();
  }

  /** Those of the machine, unless {@code benchmark.libraries} is off. */
  private static Libraries libraries() {
    return System.getProperty("benchmark.libraries", "auto").equals("off")
        ? Libraries.NONE
        : new Libraries(
            TurboJpeg.find(TurboJpeg.USUAL_NAMES).<JpegLibrary>map(l -> l).orElse(JpegLibrary.NONE),
            Libdeflate.find(Libdeflate.USUAL_NAMES)
                .<DeflateLibrary>map(l -> l)
                .orElse(DeflateLibrary.NONE));
  }

  private static Codecs codecs(Libraries libraries) {
    return new Codecs(
        List.of(new TiffDecoder(libraries), new JpegDecoder(libraries.jpeg())),
        List.of(
            new JpegEncoder(libraries.jpeg()),
            new PngEncoder(),
            new GifEncoder(),
            new TiffEncoder()));
  }

  /** Opens one of the sample images. */
  DecodedImage open(String sample) throws IOException {
    return codecs.open(FileContent.open(samples.resolve(sample)));
  }

  /**
   * Makes ready to draw.
   *
   * @param parameters region/size/rotation/quality.format
   */
  Drawable drawable(DecodedImage image, String parameters)
      throws IllegalRequestException, UnsatisfiableRequestException {
    RenderPlan plan = plan(image, parameters);
    return new Drawable(image, plan, new Renderer(codecs::encoder, settings.render()));
  }

  /** The same with the rows pulled, and not encoded. */
  Drawable decoding(DecodedImage image, String parameters)
      throws IllegalRequestException, UnsatisfiableRequestException {
    Encoder none = new NoEncoder(Format.JPG);
    RenderPlan plan = plan(image, parameters);
    return new Drawable(new PixelsOnly(image), plan, new Renderer(_ -> none, settings.render()));
  }

  private RenderPlan plan(DecodedImage image, String parameters)
      throws IllegalRequestException, UnsatisfiableRequestException {
    String[] parts = parameters.split("/");
    ImageRequest request =
        RequestParser.parse(
            ApiVersion.V3,
            new Identifier("sample"),
            new ImageParameters(parts[0], parts[1], parts[2], parts[3]));
    Planner planner = new Planner(settings.plan());
    return (RenderPlan) planner.plan(request, image.facts(), planner.limits());
  }
}
