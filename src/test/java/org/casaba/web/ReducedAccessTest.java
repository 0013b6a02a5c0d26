package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.casaba.cache.DerivativeCache;
import org.casaba.codec.Codecs;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.delegate.RequestFacts;
import org.casaba.deployment.RawRequest;
import org.casaba.deployment.RawRequest.Answer;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.MetaIdentifierSyntax;
import org.casaba.iiif.Scale;
import org.casaba.info.InformationJson;
import org.casaba.info.InformationSettings;
import org.casaba.metrics.Metrics;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.plan.Planner;
import org.casaba.render.RenderSettings;
import org.casaba.render.Renderer;
import org.casaba.service.ImageService;
import org.casaba.service.InformationService;
import org.casaba.service.Overlays;
import org.casaba.service.Purging;
import org.casaba.service.Rendering;
import org.casaba.service.StoredImages;
import org.casaba.service.Whereabouts;
import org.casaba.source.FilesystemSettings;
import org.casaba.source.FilesystemSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers get who may see images only reduced, asked over HTTP. */
class ReducedAccessTest {
  private static final int WIDTH = 61;
  private static final int HEIGHT = 40;
  private static final MetaIdentifiers STANDARD =
      MetaIdentifiers.standard(new MetaIdentifierSyntax(";"));

  @TempDir static Path folder;
  private static final Tomcat TOMCAT = new Tomcat();
  private static final CurrentSite SITE = new CurrentSite();
  private static URI server = URI.create("http://localhost");

  /**
   * Rules that let everybody have at most half the size, with a part of it blackened.
   *
   * @param stubborn whether even those who ask for half are told to
   */
  private record Half(RequestFacts request, boolean stubborn) implements Inquiry {
    @Override
    public Access admit() {
      boolean within = request.image().scale().isWithin(new Scale(2, 4));
      boolean picture = request.imageRequest().isPresent();
      return within && !stubborn || picture && !stubborn
          ? Access.Granted.EVERYTHING
          : new Access.Reduced(302, new Scale(2, 4));
    }

    @Override
    public Optional<Identifier> locate() {
      return Optional.of(request.image().identifier());
    }

    @Override
    public Access permit(KnownImage image) {
      boolean whole = image.fullSize().width() == WIDTH;
      return whole && request.image().scale().isWithin(new Scale(1, 2))
          ? new Access.Granted(
              Limits.NONE, new Alterations(List.of(new Rectangle(20, 20, 2, 2)), null, null))
          : new Access.Reduced(303, new Scale(2, 4));
    }

    @Override
    public Description describe(KnownImage image) throws DelegateException {
      try {
        Map<String, Object> texts = image.metadata().read().own();
        return new Description(Limits.NONE, Map.of("pages", image.pageCount(), "texts", texts));
      } catch (IOException e) {
        throw new DelegateException.Failed("no metadata", e);
      }
    }

    @Override
    public boolean personal() {
      return true;
    }
  }

  private static Site site(Delegate delegate, MetaIdentifiers identifiers) {
    WebSettings web =
        new WebSettings(
            URI.create("https://example.org/images"),
            "--",
            List.of(),
            new CachingSettings("public", ""));
    Codecs codecs =
        new Codecs(
            List.of(new TiffDecoder(), new PngDecoder()),
            List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));
    StoredImages images =
        new StoredImages(
            new FilesystemSource(new FilesystemSettings(folder, List.of(), false)),
            codecs,
            Instant.now());
    Planner planner =
        new Planner(
            new PlanSettings(
                Limits.of(5000, 0, 0), 10, FullBeyondLimits.REDIRECT, TooLarge.REFUSE, false));
    Renderer renderer =
        new Renderer(
            codecs::encoder,
            new RenderSettings(
                85,
                true,
                RenderSettings.Metadata.STRIP,
                0xFFFFFF,
                RenderSettings.Filter.CATMULL_ROM));
    return new Site(
        web,
        new PublicUri(web),
        new ClientAddress(web),
        identifiers,
        new ImageService(
            delegate,
            images,
            planner,
            new Rendering(renderer, DerivativeCache.NONE, new Overlays(null, null, codecs))),
        new InformationService(delegate, images, planner),
        new InformationJson(new InformationSettings(null, List.of())),
        Metrics.NONE,
        new MetricsSettings(true, List.of(), false),
        List.of(),
        new PageSettings("test", true, List.of()),
        new AdminSettings(null, null),
        new Purging(images, DerivativeCache.NONE, new Whereabouts(identifiers, null)),
        Optional.empty(),
        new Particulars(List.of(), Map.of(), Map::of));
  }

  @BeforeAll
  static void start() throws Exception {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      picture.setRGB(i % WIDTH, i / WIDTH, 0x808080);
    }
    Files.createDirectories(folder.resolve("a"));
    ImageIO.write(picture, "png", folder.resolve("a/b.png").toFile());
    ImageIO.write(picture, "png", folder.resolve("ü 1.png").toFile());
    byte[] all =
        Files.readAllBytes(Path.of("src/test/resources/org/casaba/codec/metadata/all.png"));
    Files.write(folder.resolve("all.png"), all);
    Files.write(folder.resolve("damaged.png"), Arrays.copyOf(all, all.length - 20));
    TOMCAT.setBaseDir(Files.createTempDirectory("tomcat").toString());
    TOMCAT.setPort(0);
    TOMCAT.getConnector().setEncodedSolidusHandling("passthrough");
    Context context = TOMCAT.addContext("", folder.toString());
    SITE.publish(context.getServletContext());
    Tomcat.addServlet(context, "iiif", new IiifServlet()).addMapping("/iiif/*");
    TOMCAT.start();
    server = URI.create("http://localhost:" + TOMCAT.getConnector().getLocalPort() + "/");
  }

  @AfterAll
  static void stop() throws Exception {
    TOMCAT.stop();
    TOMCAT.destroy();
  }

  private static Answer get(String path) throws IOException {
    SITE.replace(site(request -> new Half(request, false), STANDARD));
    return RawRequest.get(server, path).send();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/iiif/3/a%2Fb.png/full/max/0/default.png | 303 | 3/a%2Fb.png;1:2/full/max/0/default.png",
        "/iiif/2/a/b.png/pct:0,0,10,10/full/!90/gray.jpg?download=x&y=%20 | 303"
            + " | 2/a/b.png;1:2/pct:0,0,10,10/full/!90/gray.jpg?download=x&y=%20",
        "/iiif/3/a--b.png;1/full/%5Emax/0/default.png | 303"
            + " | 3/a--b.png;1:2/full/%5Emax/0/default.png",
        "/iiif/3/%C3%BC%201.png%3B3:4/full/max/0/default.png | 303"
            + " | 3/%C3%BC%201.png;1:2/full/max/0/default.png",
        "/iiif/3/a%2Fb.png/info.json?token=1 | 302 | 3/a%2Fb.png;1:2/info.json?token=1",
        "/iiif/2/a/b.png | 302 | 2/a/b.png;1:2"
      })
  void whoMaySeeLessIsSentToTheSameInSmaller(String asked, int status, String location)
      throws Exception {
    Answer answer = get(asked);
    assertEquals(status, answer.status(), answer.text());
    assertEquals(
        Optional.of("https://example.org/images/iiif/" + location), answer.header("Location"));
    assertEquals(Optional.of("private, no-cache"), answer.header("Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb.png;1:2", "a/b.png;2:4", "a--b.png%3B1%3A2", "a--b.png;1;1:2"})
  void informationIsOfTheSmallerSizeAndKeepsTheFormOfTheIdentifier(String written)
      throws Exception {
    Answer answer = get("/iiif/3/" + written + "/info.json");
    assertEquals(200, answer.status(), answer.text());
    JsonNode information = new ObjectMapper().readTree(answer.body());
    assertEquals("https://example.org/images/iiif/3/" + written, information.get("id").asText());
    assertEquals(31, information.get("width").asInt());
    assertEquals(20, information.get("height").asInt());
    assertEquals(1, information.get("pages").asInt());
    assertTrue(!information.get("extraFeatures").toString().contains("sizeUpscaling"));
    Answer picture = get("/iiif/3/" + written + "/full/%5Emax/0/default.png");
    assertTrue(
        picture
            .header("Link")
            .orElseThrow()
            .contains(
                "<https://example.org/images/iiif/3/" + written + "/full/max/0/default.png>;"));
  }

  @Test
  void aSmallerImageIsNeverEnlarged() throws Exception {
    BufferedImage max = picture("full/%5Emax/0/default.png");
    assertEquals(31, max.getWidth());
    assertEquals(20, max.getHeight());
    assertEquals(501, get("/iiif/3/a--b.png;1:2/full/%5E32,/0/default.png").status());
    assertEquals(400, get("/iiif/2/a--b.png;1:2/full/32,/0/default.png").status());
    assertEquals(400, get("/iiif/3/a--b.png;1:2/31,0,1,1/max/0/default.png").status());
    assertEquals(200, get("/iiif/3/a--b.png;1:2/30,0,1,1/max/0/default.png").status());
  }

  private static BufferedImage picture(String parameters) throws IOException {
    Answer answer = get("/iiif/3/a--b.png;1:2/" + parameters);
    assertEquals(200, answer.status(), answer.text());
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  @Test
  void theSamePlanOfAnotherScaleOrCropIsAnotherPicture() throws Exception {
    String half =
        get("/iiif/3/a--b.png;1:2/0,0,9,9/max/0/default.png").header("ETag").orElseThrow();
    String third =
        get("/iiif/3/a--b.png;1:3/0,0,9,9/max/0/default.png").header("ETag").orElseThrow();
    String equal =
        get("/iiif/3/a/b.png;2:4/0,0,9,9/max/0/default.png").header("ETag").orElseThrow();
    assertTrue(!half.equals(third));
    assertEquals(half, equal);
  }

  @Test
  void redactionsAreGivenInPixelsOfTheFullImage() throws Exception {
    BufferedImage max = picture("full/max/0/default.png");
    assertEquals(0xFF000000, max.getRGB(10, 10));
    assertEquals(0xFF808080, max.getRGB(2, 2));
    assertEquals(0xFF808080, max.getRGB(18, 10));
    assertEquals(0xFF000000, picture("10,10,1,1/max/0/default.png").getRGB(0, 0));
  }

  @Test
  void rulesKnowWhatIsEmbeddedInTheFile() throws Exception {
    Answer answer = get("/iiif/3/all.png;1:2/info.json");
    assertEquals(200, answer.status(), answer.text());
    JsonNode texts = new ObjectMapper().readTree(answer.body()).get("texts");
    assertEquals("A plan", texts.get("Title").asText());
    assertEquals(500, get("/iiif/3/damaged.png;1:2/info.json").status());
  }

  @Test
  void aPageThatIsNotThereIsNoImage() throws Exception {
    assertEquals(404, get("/iiif/3/a--b.png;2;1:2/info.json").status());
    assertEquals(404, get("/iiif/3/a--b.png;2;1:2/full/max/0/default.png").status());
    assertEquals(404, get("/iiif/3/a--b.png;0;1:2/full/max/0/default.png").status());
  }

  @Test
  void rulesThatLeadNowhereAreAFailure() throws Exception {
    SITE.replace(site(request -> new Half(request, true), STANDARD));
    assertEquals(500, RawRequest.get(server, "/iiif/3/a--b.png;1:2/info.json").send().status());
    SITE.replace(site(request -> new Half(request, false), MetaIdentifiers.PLAIN));
    assertEquals(500, RawRequest.get(server, "/iiif/3/a--b.png/info.json").send().status());
    SITE.replace(site(request -> new Half(request, false), MetaIdentifiers.MISSING));
    assertEquals(500, RawRequest.get(server, "/iiif/3/a--b.png;1:2/info.json").send().status());
  }

  @Test
  void whatTheRulesSayIsNoImageIsNone() throws Exception {
    MetaIdentifiers choosy =
        new MetaIdentifiers() {
          @Override
          public Optional<MetaIdentifier> deserialize(String written) throws DelegateException {
            return written.startsWith("a/") ? STANDARD.deserialize(written) : Optional.empty();
          }

          @Override
          public String serialize(MetaIdentifier image) throws DelegateException {
            return STANDARD.serialize(image);
          }
        };
    SITE.replace(site(request -> new Half(request, false), choosy));
    assertEquals(200, RawRequest.get(server, "/iiif/3/a--b.png;1:2/info.json").send().status());
    assertEquals(
        404, RawRequest.get(server, "/iiif/3/%C3%BC%201.png;1:2/info.json").send().status());
  }
}
