package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.casaba.cache.DerivativeCache;
import org.casaba.codec.Codecs;
import org.casaba.codec.TestedLibrary;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.RequestParser;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.casaba.plan.Overlay;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.Planner;
import org.casaba.render.OverlayException;
import org.casaba.render.RenderSettings;
import org.casaba.render.Renderer;
import org.casaba.source.FilesystemSettings;
import org.casaba.source.FilesystemSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a delegate's alterations make of a picture and of its tag. */
final class AlteredPicturesTest {
  private static final Overlay.Placement TOP_LEFT =
      new Overlay.Placement(Overlay.Position.TOP_LEFT, 0, 0, 0);
  private static final int GRAY = 0xff808080;
  private static final int RED = 0xffff0000;

  private final Codecs codecs =
      new Codecs(
          List.of(new PngDecoder()),
          List.of(
              new JpegEncoder(TestedLibrary.JPEG),
              new PngEncoder(),
              new GifEncoder(),
              new TiffEncoder()));

  @TempDir Path folder;

  /** The tag of a picture, and its pixels. */
  private record Got(String tag, BufferedImage picture) {}

  @BeforeEach
  void writeImages() throws Exception {
    write("image.png", 60, 40, GRAY);
    write("logo.png", 10, 5, RED);
  }

  private void write(String name, int width, int height, int argb) throws Exception {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, argb);
    }
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  private Got get(Alterations alterations, Overlay.@Nullable Visible standard) throws Exception {
    FilesystemSource source =
        new FilesystemSource(new FilesystemSettings(folder, List.of(), false));
    Planner planner =
        new Planner(
            new PlanSettings(
                Limits.NONE,
                1,
                PlanSettings.FullBeyondLimits.REFUSE,
                PlanSettings.TooLarge.REFUSE,
                false));
    RenderSettings settings =
        new RenderSettings(80, true, RenderSettings.Metadata.STRIP, 0, RenderSettings.Filter.BOX);
    ImageService service =
        new ImageService(
            altering(alterations),
            new StoredImages(source, codecs, Instant.EPOCH),
            planner,
            new Rendering(
                new Renderer(codecs::encoder, settings),
                DerivativeCache.NONE,
                new Overlays(standard, source, codecs)));
    Identifier identifier = new Identifier("image.png");
    ImageRequest request =
        RequestParser.parse(
            ApiVersion.V3, identifier, new ImageParameters("full", "max", "0", "default.png"));
    RequestFacts facts =
        new RequestFacts(
            ApiVersion.V3,
            MetaIdentifier.of(identifier),
            request,
            new RequestFacts.Caller("127.0.0.1", Map.of()),
            "http://x/",
            "http://x/");
    try (Picture picture = (Picture) service.answer(request, facts)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      picture.writeTo(out);
      return new Got(
          picture.entityTag(), ImageIO.read(new ByteArrayInputStream(out.toByteArray())));
    }
  }

  /** Lets everybody see everything, altered. */
  private static Delegate altering(Alterations alterations) {
    return facts -> {
      Inquiry open = Delegate.OPEN.inquiry(facts);
      return new Inquiry() {
        @Override
        public Access admit() {
          return Access.Granted.EVERYTHING;
        }

        @Override
        public Optional<Identifier> locate() {
          return Optional.of(facts.image().identifier());
        }

        @Override
        public Access permit(KnownImage image) {
          return new Access.Granted(Limits.NONE, alterations);
        }

        @Override
        public Description describe(KnownImage image) {
          return new Description(Limits.NONE, Map.of());
        }

        @Override
        public boolean personal() {
          return open.personal();
        }
      };
    };
  }

  private static Alterations laid(@Nullable Overlay overlay) {
    return new Alterations(List.of(), overlay, null);
  }

  @Test
  void whatIsAlteredHasATagOfItsOwn() throws Exception {
    Overlay.Image logo = new Overlay.Image("logo.png", TOP_LEFT);
    Overlay.Text text = new Overlay.Text("x", Overlay.Lettering.DEFAULT, TOP_LEFT);
    Overlay.Text other = new Overlay.Text("y", Overlay.Lettering.DEFAULT, TOP_LEFT);
    Set<String> tags = new HashSet<>();
    tags.add(get(Alterations.NONE, null).tag());
    tags.add(get(new Alterations(List.of(new Rectangle(0, 0, 9, 9)), null, null), null).tag());
    tags.add(get(new Alterations(List.of(new Rectangle(0, 0, 9, 8)), null, null), null).tag());
    tags.add(get(laid(text), null).tag());
    tags.add(get(laid(other), null).tag());
    tags.add(get(laid(logo), null).tag());
    tags.add(get(new Alterations(List.of(), null, "<rdf:RDF/>"), null).tag());
    write("logo.png", 10, 6, RED);
    tags.add(get(laid(logo), null).tag());
    assertEquals(8, tags.size());
    assertEquals(get(laid(logo), null).tag(), get(Alterations.NONE, logo).tag());
    assertEquals(get(Alterations.NONE, null).tag(), get(laid(new Overlay.Nothing()), logo).tag());
  }

  @Test
  void theStandardIsDrawnUnlessTheRulesSayOtherwise() throws Exception {
    Overlay.Image logo = new Overlay.Image("logo.png", TOP_LEFT);
    BufferedImage standard = get(Alterations.NONE, logo).picture();
    assertEquals(RED, standard.getRGB(9, 4));
    assertEquals(GRAY, standard.getRGB(10, 4));
    assertEquals(GRAY, standard.getRGB(9, 5));
    assertEquals(GRAY, get(laid(new Overlay.Nothing()), logo).picture().getRGB(0, 0));
  }

  @Test
  void redactedPartsAreBlackUnderOverlays() throws Exception {
    Overlay.Image logo = new Overlay.Image("logo.png", TOP_LEFT);
    Alterations both = new Alterations(List.of(new Rectangle(5, 2, 20, 20)), logo, null);
    BufferedImage picture = get(both, null).picture();
    int[] row = picture.getRGB(0, 3, 30, 1, null, 0, 30);
    int[] expected = new int[30];
    for (int x = 0; x < 30; x++) {
      expected[x] = x < 10 ? RED : x < 25 ? 0xff000000 : GRAY;
    }
    assertArrayEquals(expected, row);
  }

  @Test
  void noPictureWithoutItsOverlay() throws Exception {
    Files.delete(folder.resolve("logo.png"));
    Overlay.Image logo = new Overlay.Image("logo.png", TOP_LEFT);
    assertThrows(OverlayException.class, () -> get(laid(logo), null));
    assertThrows(OverlayException.class, () -> get(Alterations.NONE, logo));
    assertFalse(get(Alterations.NONE, null).tag().isEmpty());
  }
}
