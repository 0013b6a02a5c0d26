package org.casaba.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.casaba.config.ConfigurationWatch;
import org.casaba.config.Settings;
import org.casaba.config.SettingsException;
import org.casaba.config.SettingsLoader;
import org.casaba.config.Surroundings;
import org.casaba.plan.Limits;
import org.casaba.web.CurrentSite;
import org.casaba.web.PageSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the application with its web context and stops it with that. Mistakes in the configuration
 * do not fail the deployment, whose only answer would be 404: they are logged, requests are
 * answered with 503, and the configuration is watched for the mistakes to be mended.
 */
public final class Bootstrap implements ServletContextListener {
  private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

  /** System property: the folder of Casaba's own server, whose temporary folder does not last. */
  private static final String CACHE = "org.casaba.launch.cache";

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  /** How long a new application may take to be ready: Python takes long on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** How long requests may go on when the application is stopped. */
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(3);

  private final RequestsUnderway requests = new RequestsUnderway();
  private final CurrentSite current = new CurrentSite();
  private final Succession succession = new Succession(current, requests, LAST_REQUESTS);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable ConfigurationWatch watch;
  private volatile Storeroom storeroom = new Storeroom(null);

  /** Written by the thread that follows the configuration. */
  private volatile @Nullable Understudy understudy;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    current.publish(context);
    context
        .addFilter("doorway", new Doorway(succession, requests))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    ScriptingProperties.set(
        context.getAttribute(ServletContext.TEMPDIR) instanceof File work ? work.toPath() : null);
    storeroom = new Storeroom(cache(context));
    String version = version(context);
    Surroundings surroundings = surroundings(context);
    SettingsLoader loader = new SettingsLoader(surroundings);
    ConfigurationWatch changes =
        new ConfigurationWatch(
            loader, next -> serve(version, surroundings, loader, next), BETWEEN_LOOKS);
    try {
      serve(version, surroundings, loader, loader.load());
    } catch (SettingsException e) {
      LOG.error("Casaba {} answers nothing because of {}", version, e.getMessage());
    }
    changes.start();
    watch = changes;
  }

  private void serve(
      String version, Surroundings surroundings, SettingsLoader loader, Settings settings) {
    Path root = settings.source().root();
    boolean configured = !root.equals(surroundings.samples());
    PageSettings pages =
        new PageSettings(version, configured, configured ? List.of() : SampleImages.ALL);
    dismissUnderstudy();
    Application next = Application.of(settings, pages, this::unfollowed, storeroom);
    Runnable takeOver = () -> takeOver(next, version, loader, settings);
    if (succession.hasBegun() && !becomesReady(next)) {
      LOG.error(
          "The configuration has changed, but is not followed yet: its delegate script cannot be"
              + " used. It will be followed as soon as the script is mended");
      understudy = Understudy.start(next, takeOver, BETWEEN_LOOKS);
    } else {
      takeOver.run();
    }
  }

  /**
   * Where files may be kept that are there with the next start; null if there is no such folder.
   */
  private static @Nullable Path cache(ServletContext context) {
    String ownServers = System.getProperty(CACHE);
    if (ownServers != null) {
      return Path.of(ownServers);
    }
    return context.getAttribute(ServletContext.TEMPDIR) instanceof File work ? work.toPath() : null;
  }

  private void dismissUnderstudy() {
    Understudy waiting = understudy;
    if (waiting != null) {
      waiting.close();
      understudy = null;
    }
  }

  /** What the application at work says of its health when it is not what has been configured. */
  private Optional<String> unfollowed() {
    ConfigurationWatch changes = watch;
    Understudy waiting = understudy;
    boolean mistaken = changes != null && changes.isUnfollowed();
    return mistaken || (waiting != null && waiting.isWaiting())
        ? Optional.of("the configuration has changed, but is not followed: the log says why")
        : Optional.empty();
  }

  private void takeOver(
      Application next, String version, SettingsLoader loader, Settings settings) {
    Path root = settings.source().root();
    succession.replace(next);
    LOG.info(
        "Casaba {} serves {}, configured by {}; largest answers: {}",
        version,
        root,
        loader.file().map(Path::toString).orElse("its defaults"),
        described(settings.plan().limits()));
    if (!Files.isDirectory(root)) {
      LOG.warn("{} is no folder now: images are answered with 503 until it is", root);
    }
  }

  /** Waits for a new application, so that no request is refused while its script is loaded. */
  private boolean becomesReady(Application next) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      boolean ready = false;
      while (!ready && !next.hasFailed() && System.nanoTime() < end) {
        if (stopping.await(0, TimeUnit.SECONDS)) {
          return false;
        }
        ready = next.awaitReady(Duration.ofMillis(500));
      }
      return ready;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String described(Limits limits) {
    String size =
        limits.maxWidth() == Limits.NO_LIMIT
            ? "any width and height"
            : limits.maxWidth() + " x " + limits.maxHeight() + " pixels";
    return limits.maxArea() == Long.MAX_VALUE ? size : size + ", " + limits.maxArea() + " in all";
  }

  private static Surroundings surroundings(ServletContext context) {
    String samples = context.getRealPath("/WEB-INF/samples");
    if (samples == null) {
      LOG.warn(
          "The web archive is not unpacked: sample images cannot be served, and starting takes"
              + " long. Set unpackWARs=\"true\" in Tomcat's server.xml");
    }
    return new Surroundings(
        System.getenv(),
        texts(System.getProperties()),
        context.getInitParameter("casaba.config"),
        samples == null ? null : Path.of(samples));
  }

  static Map<String, String> texts(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(Function.identity(), properties::getProperty));
  }

  private static String version(ServletContext context) {
    try (InputStream in = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      return Optional.ofNullable(in == null ? null : new Manifest(in))
          .map(m -> m.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
          .orElse("(unpackaged)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stopping.countDown();
    ConfigurationWatch changes = watch;
    if (changes != null) {
      changes.close();
    }
    dismissUnderstudy();
    succession.close();
  }
}
