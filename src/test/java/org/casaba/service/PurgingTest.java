package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.casaba.cache.DerivativeCache;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.DerivativeSettings;
import org.casaba.cache.EhcacheDerivatives;
import org.casaba.codec.Codecs;
import org.casaba.codec.bmp.BmpDecoder;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.delegate.Access;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.MetaIdentifierSyntax;
import org.casaba.iiif.RequestParser;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.plan.Planner;
import org.casaba.pyramid.store.Pyramids;
import org.casaba.render.RenderSettings;
import org.casaba.render.Renderer;
import org.casaba.source.FilesystemSettings;
import org.casaba.source.FilesystemSource;
import org.casaba.source.RememberingSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a whole service's caches is left after purging. */
final class PurgingTest {
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

  @TempDir private Path folder;
  private final OpenImages pool = new OpenImages(10, 1 << 20, InstantSource.system());
  private DerivativeCache cache = DerivativeCache.NONE;
  private Delegate delegate = Delegate.OPEN;
  private Runnable whilePermitting = () -> {};

  /** Clients name files without their folder, and may not ask for {@code secret}. */
  private final class Rules implements Delegate {
    @Override
    public Inquiry inquiry(RequestFacts request) {
      String name = request.image().identifier().value();
      Inquiry open = Delegate.OPEN.inquiry(request);
      return new Inquiry() {
        @Override
        public Access admit() throws DelegateException {
          return name.equals("secret")
              ? new Access.Refused(403, "no", null)
              : Access.Granted.EVERYTHING;
        }

        @Override
        public Optional<Identifier> locate() {
          return Optional.of(new Identifier("sub/" + name + ".bmp"));
        }

        @Override
        public Access permit(KnownImage image) {
          whilePermitting.run();
          return Access.Granted.EVERYTHING;
        }

        @Override
        public Description describe(KnownImage image) throws DelegateException {
          return open.describe(image);
        }

        @Override
        public boolean personal() {
          return false;
        }
      };
    }
  }

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("images/sub"));
    for (String name : List.of("a", "b", "sub/c", "sub/secret")) {
      put(name, 10);
    }
    cache =
        EhcacheDerivatives.open(
            new DerivativeSettings(true, null, 4 << 20, 0, Duration.ofHours(1), 1 << 20),
            DerivativeRecord.NONE,
            InstantSource.system());
    cache.forgetAll(); // returns when it is open
  }

  @AfterEach
  void close() {
    cache.close();
    pool.close();
  }

  /** Leaves no trace that a server notices. */
  private void put(String name, int gray) throws IOException {
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 60 * 40; i++) {
      image.setRGB(i % 60, i / 60, 0x010101 * gray);
    }
    Path file = folder.resolve("images").resolve(name + ".bmp");
    ImageIO.write(image, "bmp", file.toFile());
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  private final Codecs codecs =
      new Codecs(
          List.of(new BmpDecoder()),
          List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));

  private StoredImages images() {
    if (images == null) {
      FilesystemSource files =
          new FilesystemSource(
              new FilesystemSettings(folder.resolve("images"), List.of(".bmp"), false));
      images =
          new StoredImages(
              new RememberingSource(files, Duration.ofHours(1), InstantSource.system()),
              codecs,
              pool,
              Pyramids.none(),
              LONG_AGO);
    }
    return images;
  }

  private @org.jspecify.annotations.Nullable StoredImages images;

  private int gray(String name, String size) throws Exception {
    MetaIdentifier image = MetaIdentifier.of(new Identifier(name));
    ImageRequest request =
        RequestParser.parse(
            ApiVersion.V3,
            image.identifier(),
            new ImageParameters("full", size, "0", "default.png"));
    RequestFacts facts =
        new RequestFacts(
            ApiVersion.V3,
            image,
            request,
            new RequestFacts.Caller("127.0.0.1", Map.of()),
            "http://x/",
            "http://x/");
    Planner planner =
        new Planner(
            new PlanSettings(Limits.NONE, 10, FullBeyondLimits.REDIRECT, TooLarge.REFUSE, false));
    RenderSettings settings =
        new RenderSettings(
            85, true, RenderSettings.Metadata.STRIP, 0xFFFFFF, RenderSettings.Filter.CATMULL_ROM);
    Rendering rendering =
        new Rendering(
            new Renderer(codecs::encoder, settings), cache, new Overlays(null, null, codecs));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageService service = new ImageService(delegate, images(), planner, rendering);
    try (Picture picture = (Picture) service.answer(request, facts)) {
      picture.writeTo(out);
    }
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getRaster().getSample(0, 0, 0);
  }

  private Purged purge(PurgeOrder order) {
    MetaIdentifiers names = MetaIdentifiers.standard(new MetaIdentifierSyntax(";"));
    boolean looksUp = !delegate.equals(Delegate.OPEN);
    return new Purging(images(), cache, new Whereabouts(names, looksUp ? delegate : null))
        .carryOut(order);
  }

  private static PurgeOrder image(String name) {
    return new PurgeOrder.OfImage(new Identifier(name));
  }

  private static List<Identifier> names(String... names) {
    return List.of(names).stream().map(Identifier::new).toList();
  }

  @Test
  void purgingAnImageLeavesOthers() throws Exception {
    for (String name : List.of("a.bmp", "b.bmp")) {
      gray(name, "30,");
      gray(name, "20,");
      put(name.replace(".bmp", ""), 90);
    }
    assertEquals(new Purged(2, 1, 1, names("a.bmp"), List.of()), purge(image("a.bmp")));
    assertEquals(90, gray("a.bmp", "30,"));
    assertEquals(10, gray("b.bmp", "30,"));
    assertEquals(new Purged(0, 0, 0, names("no.bmp"), List.of()), purge(image("no.bmp")));
  }

  @Test
  void purgingInformationLeavesPictures() throws Exception {
    gray("a.bmp", "30,");
    put("a", 90);
    assertEquals(
        new Purged(0, 1, 1, names("a.bmp"), List.of()),
        purge(new PurgeOrder.Information(new Identifier("a.bmp"))));
    assertEquals(10, gray("a.bmp", "30,"), "it has the same size and time");
    assertEquals(90, gray("a.bmp", "20,"));
  }

  @Test
  void purgingAllLeavesNothing() throws Exception {
    gray("a.bmp", "30,");
    gray("b.bmp", "30,");
    put("a", 90);
    put("b", 90);
    assertEquals(new Purged(2, 2, 2, List.of(), List.of()), purge(new PurgeOrder.All()));
    assertEquals(new OpenImages.Stock(0, 0, 0), pool.stock());
    assertEquals(90, gray("a.bmp", "30,"));
    assertEquals(90, gray("b.bmp", "30,"));
  }

  @Test
  void purgingWhatHasExpiredLeavesTheRest() throws Exception {
    gray("a.bmp", "30,");
    assertEquals(new Purged(0, 0, 0, List.of(), List.of()), purge(new PurgeOrder.Expired()));
    put("a", 90);
    assertEquals(10, gray("a.bmp", "30,"));
  }

  @Test
  void aPageStandsForAllPages() throws Exception {
    gray("a.bmp", "30,");
    assertEquals(
        new Purged(1, 1, 1, names("a.bmp;1", "a.bmp"), List.of()), purge(image("a.bmp;1")));
  }

  @Test
  void whatTheRulesLocateIsPurgedByItsNameAndByItsPath() throws Exception {
    delegate = new Rules();
    gray("c", "30,");
    assertEquals(new Purged(1, 1, 1, names("c", "sub/c.bmp"), List.of()), purge(image("c")));
    gray("c", "30,");
    Purged byPath = purge(image("sub/c.bmp"));
    assertEquals(1, byPath.derivatives());
    assertEquals(1, byPath.images());
    assertEquals(List.of(), byPath.problems());
  }

  @Test
  void thatTheRulesDoNotTellIsAProblem() throws Exception {
    delegate = new Rules();
    Purged purged = purge(image("secret"));
    assertEquals(1, purged.problems().size());
    assertTrue(purged.problems().getFirst().contains("refuses"), purged::toString);
  }

  @Test
  void whatIsPurgedBetweenBeingOpenedAndBeingMadeIsNotKept() throws Exception {
    delegate = new Rules();
    whilePermitting =
        () -> {
          try {
            put("sub/c", 90);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          purge(image("c"));
        };
    gray("c", "30,");
    whilePermitting = () -> {};
    put("sub/c", 120);
    pool.forgetAll();
    images().source().forgetAll();
    assertEquals(120, gray("c", "30,"));
  }
}
