package org.casaba.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casaba.cache.DerivativeCache;
import org.casaba.codec.Codecs;
import org.casaba.codec.bmp.BmpDecoder;
import org.casaba.codec.gif.GifDecoder;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.Libraries;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.codec.webp.WebpDecoder;
import org.casaba.config.Settings;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.DelegateSettings.FileChoice;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.delegate.script.ScriptDelegate;
import org.casaba.info.InformationJson;
import org.casaba.metrics.HealthCheck;
import org.casaba.metrics.Metrics;
import org.casaba.metrics.PrometheusMetrics;
import org.casaba.plan.Planner;
import org.casaba.pyramid.store.Pyramids;
import org.casaba.render.Crew;
import org.casaba.render.Renderer;
import org.casaba.service.Admission;
import org.casaba.service.ImageService;
import org.casaba.service.InformationService;
import org.casaba.service.OpenImages;
import org.casaba.service.OverlaySettings;
import org.casaba.service.Overlays;
import org.casaba.service.PoolSettings;
import org.casaba.service.Purging;
import org.casaba.service.Rendering;
import org.casaba.service.StoredImages;
import org.casaba.service.Whereabouts;
import org.casaba.source.FilesystemSettings;
import org.casaba.source.FilesystemSource;
import org.casaba.source.RememberingSource;
import org.casaba.source.Source;
import org.casaba.web.ClientAddress;
import org.casaba.web.DryRun;
import org.casaba.web.PageSettings;
import org.casaba.web.Particulars;
import org.casaba.web.PublicUri;
import org.casaba.web.Site;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that work together under one configuration. */
final class Application implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  /** Bytes of memory for images that are kept open; on small heaps an eighth of the heap. */
  private static final long MOST_POOLED = 64 << 20;

  private final Site site;
  private final List<Closeable> parts;
  private final @Nullable ScriptDelegate script;

  /**
   * Consists of these parts.
   *
   * @param site what the servlets serve
   * @param parts what is to be closed, each after those that follow it
   * @param script the part that takes time to start; null if there is none
   */
  Application(Site site, List<? extends Closeable> parts, @Nullable ScriptDelegate script) {
    this.site = site;
    this.parts = List.copyOf(parts);
    this.script = script;
  }

  /** Puts the parts together as the settings say. */
  static Application of(Settings settings, PageSettings pages) {
    return of(settings, pages, Optional::empty, new Storeroom(null));
  }

  /**
   * Puts the parts together as the settings say.
   *
   * @param surroundings whether all is well with what the application itself is part of
   * @param storeroom what it has in common with those before and after it
   */
  static Application of(
      Settings settings, PageSettings pages, HealthCheck surroundings, Storeroom storeroom) {
    FilesystemSource folder = new FilesystemSource(settings.source());
    Source source = asked(folder, settings.source().checkInterval());
    HostLibraries libraries = HostLibraries.of(settings.codec());
    Codecs codecs = codecs(libraries.asked());
    OpenImages pool = pool(settings.pool());
    Pyramids pyramids =
        Pyramids.of(settings.pyramids().below(storeroom.folder()), codecs, InstantSource.system());
    StoredImages images = new StoredImages(source, codecs, pool, pyramids, Instant.now());
    storeroom.log(settings);
    Planner planner = new Planner(settings.plan());
    Crew crew = Crew.of(settings.crew());
    DerivativeCache derivatives = storeroom.derivatives(settings.derivatives(), settings.record());
    Admission admission = Admission.of(settings.admission());
    Rendering rendering =
        new Rendering(
            new Renderer(codecs::encoder, settings.render(), crew),
            derivatives,
            overlays(settings.overlay(), codecs),
            admission);
    InformationJson json = new InformationJson(settings.information());
    Metrics metrics = settings.metrics().enabled() ? PrometheusMetrics.start() : Metrics.NONE;
    Figures figures = new Figures(metrics);
    figures.of(pool);
    figures.of(derivatives);
    figures.of(admission);
    figures.of(pyramids);
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(surroundings);
    checks.add(() ->
        folder.isThere() ? Optional.empty() : Optional.of("the folder of images cannot be read"));
    Optional<Rules> rules =
        Rules.of(
            settings,
            delegate ->
                new DryRun(
                    delegate,
                    images,
                    planner,
                    rendering,
                    json,
                    settings.web(),
                    MetaIdentifiers.of(settings.metaIdentifiers(), delegate)));
    rules.ifPresent(r -> {
      checks.add(r.health());
      figures.of(r.script());
    });
    Delegate delegate = rules.<Delegate>map(Rules::script).orElse(Delegate.OPEN);
    MetaIdentifiers metaIdentifiers =
        MetaIdentifiers.of(
            settings.metaIdentifiers(),
            rules.<MetaIdentifiers>map(Rules::script).orElse(MetaIdentifiers.MISSING));
    boolean looksUp = settings.delegate().lookup().file() == FileChoice.SCRIPT;
    return new Application(
        new Site(
            settings.web(),
            new PublicUri(settings.web()),
            new ClientAddress(settings.web()),
            metaIdentifiers,
            new ImageService(delegate, images, planner, rendering),
            new InformationService(delegate, images, planner),
            json,
            metrics,
            settings.metrics(),
            checks,
            pages,
            settings.admin(),
            new Purging(
                images, derivatives, new Whereabouts(metaIdentifiers, looksUp ? delegate : null)),
            rules.map(Rules::desk),
            particulars(
                settings,
                libraries,
                new Places(settings, storeroom.folder(), derivatives, pyramids, admission))),
        Stream.of(
                libraries.all(),
                Stream.of(metrics, derivatives, pool, crew, pyramids),
                rules.stream())
            .<Closeable>flatMap(part -> part)
            .toList(),
        rules.map(Rules::script).orElse(null));
  }

  private static Source asked(Source source, Duration interval) {
    return interval.isZero()
        ? source
        : new RememberingSource(source, interval, InstantSource.system());
  }

  private static Particulars particulars(
      Settings settings, HostLibraries libraries, Places places) {
    return new Particulars(
        settings.shown().stream()
            .map(s -> new Particulars.Setting(s.key(), places.value(s.key(), s.value()), s.place()))
            .toList(),
        libraries.described(),
        places::described);
  }

  private static OpenImages pool(PoolSettings settings) {
    long memory = Math.min(MOST_POOLED, Runtime.getRuntime().maxMemory() / 8);
    return new OpenImages(settings.images(), memory, InstantSource.system());
  }

  private static Overlays overlays(OverlaySettings settings, Codecs codecs) {
    Path folder = settings.folder();
    // Images of overlays keep the same rules as images: nothing hidden, nothing from outside.
    Source source =
        folder == null
            ? null
            : new FilesystemSource(new FilesystemSettings(folder, List.of(), false));
    return new Overlays(settings.standard().orElse(null), source, codecs);
  }

  /**
   * All that can be read and written.
   *
   * @param libraries decode and encode where they are there
   */
  static Codecs codecs(Libraries libraries) {
    return new Codecs(
        List.of(
            new TiffDecoder(libraries),
            new JpegDecoder(libraries.jpeg()),
            new PngDecoder(),
            new GifDecoder(),
            new BmpDecoder(),
            new WebpDecoder()),
        List.of(
            new JpegEncoder(libraries.jpeg()),
            new PngEncoder(),
            new GifEncoder(),
            new TiffEncoder()));
  }

  Site site() {
    return site;
  }

  /**
   * Waits until the delegate script, if there is one, is ready or has turned out to be no good.
   *
   * @return whether requests can be answered
   */
  boolean awaitReady(Duration atMost) throws InterruptedException {
    return script == null || script.awaitReady(atMost);
  }

  /** Why the delegate script, if there is one, is not at work, in words for administrators. */
  Optional<String> delegateProblem() {
    return Optional.ofNullable(script).flatMap(s -> s.status().problem());
  }

  /** Whether there is a delegate script and it has turned out to be no good. */
  boolean hasFailed() {
    return delegateProblem().isPresent();
  }

  /** Closes the parts, last made first; one that fails does not keep the others open. */
  @Override
  public void close() {
    for (Closeable part : new ArrayList<>(parts).reversed()) {
      try {
        part.close();
      } catch (IOException e) {
        LOG.warn("{} could not be closed", part.getClass().getSimpleName(), e);
      }
    }
  }
}
