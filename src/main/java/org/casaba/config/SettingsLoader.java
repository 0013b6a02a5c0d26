package org.casaba.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.casaba.codec.CodecSettings;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.MetaIdentifierSettings;
import org.casaba.info.InformationSettings;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.render.CrewSettings;
import org.casaba.render.RenderSettings;
import org.casaba.service.OverlaySettings;
import org.casaba.service.PoolSettings;
import org.casaba.source.FilesystemSettings;
import org.casaba.web.AdminSettings;
import org.casaba.web.CachingSettings;
import org.casaba.web.MetricsSettings;
import org.casaba.web.WebSettings;
import org.jspecify.annotations.Nullable;

/**
 * Makes settings of a configuration file and what overrides it.
 *
 * <p>The file is the first of: the one named by the system property {@code casaba.config}, by the
 * environment variable {@code CASABA_CONFIG}, by the context parameter {@code casaba.config};
 * {@code conf/casaba.properties} in Tomcat's base folder, if it is there; none. A key's text is the
 * first of: the system property {@code casaba.} + key, the environment variable {@code CASABA_} +
 * key, the file, the default.
 */
public final class SettingsLoader {
  private static final String CONFIG_PROPERTY = "casaba.config";
  private static final String CONFIG_VARIABLE = "CASABA_CONFIG";

  private final Surroundings surroundings;
  private final Map<String, Written> defaults;

  public SettingsLoader(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.defaults = defaults();
  }

  /** The manual, packed beside this class, with every key at its default. */
  static Map<String, Written> defaults() {
    try (InputStream in =
        Objects.requireNonNull(SettingsLoader.class.getResourceAsStream("casaba.properties"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PropertiesText.parse(text, "default", new ArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that would be read now; it may be missing if somebody named it. */
  public Optional<Path> file() {
    return given(surroundings.properties().get(CONFIG_PROPERTY))
        .or(() -> given(surroundings.environment().get(CONFIG_VARIABLE)))
        .or(() -> given(surroundings.contextParameter()))
        .map(name -> FilesystemSettings.path(name).toAbsolutePath())
        .or(this::fileOfTomcat);
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(name -> !name.isEmpty());
  }

  private Optional<Path> fileOfTomcat() {
    return given(surroundings.properties().get("catalina.base"))
        .map(base -> FilesystemSettings.path(base).resolve("conf").resolve("casaba.properties"))
        .filter(Files::exists);
  }

  /**
   * Reads everything anew.
   *
   * @throws SettingsException if anything in it is wrong
   */
  public Settings load() throws SettingsException {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Written> written = new HashMap<>(defaults);
    file().ifPresent(file -> written.putAll(known(PropertiesText.read(file, mistakes), mistakes)));
    written.putAll(Overrides.variables(surroundings.environment(), mistakes));
    written.putAll(Overrides.properties(surroundings.properties(), mistakes));
    Values values = new Values(written, defaults, surroundings, mistakes);
    Settings settings = settings(values);
    KeptParsers.check(values, settings);
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
    return settings;
  }

  private Map<String, Written> known(Map<String, Written> read, List<Mistake> mistakes) {
    Map<String, Written> known = new HashMap<>(read);
    known.keySet().removeIf(key -> !defaults.containsKey(key) && !OwnValues.include(key));
    read.forEach((key, text) -> {
      if (!known.containsKey(key)) {
        mistakes.add(Overrides.unknown(text.place(), key, Key::name));
      }
    });
    return known;
  }

  private Settings settings(Values values) {
    FilesystemSettings source =
        new FilesystemSettings(
            root(values),
            values.get(Keys.FILESYSTEM_SUFFIX),
            values.get(Keys.FILESYSTEM_FOLLOW_LINKS),
            values.get(Keys.SOURCE_CHECK_INTERVAL));
    PlanSettings plan =
        new PlanSettings(
            limits(values),
            values.get(Keys.LIMITS_MAX_SCALE),
            values.get(Keys.LIMITS_FULL),
            values.get(Keys.LIMITS_TOO_LARGE),
            values.get(Keys.IIIF_UPSCALING_VALIDATOR_MODE));
    RenderSettings render =
        new RenderSettings(
            values.get(Keys.RENDER_JPEG_QUALITY).intValue(),
            values.get(Keys.RENDER_JPEG_REUSE),
            values.get(Keys.RENDER_JPEG_METADATA),
            values.get(Keys.RENDER_BACKGROUND),
            values.get(Keys.RENDER_FILTER));
    OverlaySettings overlay = overlay(values);
    WebSettings web =
        new WebSettings(
            values.get(Keys.BASE_URI).orElse(null),
            values.get(Keys.SLASH_SUBSTITUTE),
            values.get(Keys.PROXY_TRUSTED),
            new CachingSettings(
                values.get(Keys.HTTP_CACHE_CONTROL),
                values.get(Keys.HTTP_CACHE_CONTROL_INFORMATION)));
    MetaIdentifierSettings metaIdentifiers = metaIdentifiers(values, web.slashSubstitute());
    return new Settings(
        source,
        new PoolSettings(values.get(Keys.POOL_IMAGES).intValue()),
        KeptParsers.pyramids(values, this::besideTheFile),
        KeptParsers.derivatives(values, this::besideTheFile),
        RecordParsers.settings(values, this::besideTheFile),
        delegate(values, source.root(), metaIdentifiers.transformer()),
        plan,
        render,
        new CrewSettings(values.get(Keys.RENDER_THREADS).intValue()),
        AdmissionParsers.settings(values),
        overlay,
        web,
        admin(values),
        new MetricsSettings(
            values.get(Keys.METRICS_ENABLED),
            values.get(Keys.METRICS_ALLOWED),
            values.get(Keys.METRICS_SERVER_TIMING)),
        new InformationSettings(
            values.get(Keys.INFO_RIGHTS).orElse(null), values.get(Keys.INFO_PREFERRED_FORMATS)),
        DelegateParsers.hostObjects(values),
        metaIdentifiers,
        new CodecSettings(values.get(Keys.CODEC_TURBOJPEG), values.get(Keys.CODEC_LIBDEFLATE)),
        values.shown());
  }

  private static AdminSettings admin(Values values) {
    String name = values.get(Keys.ADMIN_USERNAME);
    String secret = values.get(Keys.ADMIN_PASSWORD);
    if (name.isEmpty() != secret.isEmpty()) {
      values.report(
          name.isEmpty() ? Keys.ADMIN_PASSWORD : Keys.ADMIN_USERNAME,
          "is set without " + (name.isEmpty() ? Keys.ADMIN_USERNAME : Keys.ADMIN_PASSWORD).name(),
          "set both admin.username and admin.password, or neither");
    }
    return name.isEmpty() || secret.isEmpty()
        ? new AdminSettings(null, null)
        : new AdminSettings(name, secret);
  }

  /** Images of overlays lie beside the configuration, if nothing else is said. */
  private OverlaySettings overlay(Values values) {
    Optional<Path> beside = file().map(Path::getParent);
    return OverlayParsers.settings(
        values,
        values.get(Keys.OVERLAY_FOLDER).map(this::besideTheFile).or(() -> beside).orElse(null));
  }

  private Path root(Values values) {
    Optional<Path> root =
        values
            .get(Keys.FILESYSTEM_ROOT)
            .map(this::besideTheFile)
            .or(() -> Optional.ofNullable(surroundings.samples()));
    if (root.isEmpty()) {
      values.report(
          Keys.FILESYSTEM_ROOT,
          "leaves nothing to serve: the sample images are out of reach in a WAR that is not"
              + " unpacked",
          "name a folder, or set unpackWARs=\"true\" in Tomcat's server.xml");
    }
    return root.orElse(Path.of(""));
  }

  private DelegateSettings delegate(
      Values values, Path root, MetaIdentifierSettings.Transformer transformer) {
    Optional<Path> script = values.get(Keys.DELEGATE_SCRIPT).map(this::besideTheFile);
    DelegateSettings.Lookup lookup =
        new DelegateSettings.Lookup(
            values.get(Keys.SOURCE_DEFAULT),
            values.get(Keys.FILESYSTEM_LOOKUP),
            root,
            transformer == MetaIdentifierSettings.Transformer.DELEGATE);
    if (script.isEmpty() && lookup.source() == DelegateSettings.SourceChoice.SCRIPT) {
      reportMissingScript(values, Keys.SOURCE_DEFAULT);
    }
    if (script.isEmpty() && lookup.file() == DelegateSettings.FileChoice.SCRIPT) {
      reportMissingScript(values, Keys.FILESYSTEM_LOOKUP);
    }
    if (script.isEmpty() && lookup.identifiers()) {
      reportMissingScript(values, Keys.META_IDENTIFIER_TRANSFORMER);
    }
    int contexts = values.get(Keys.DELEGATE_POOL).intValue();
    int processors = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
    return new DelegateSettings(
        script.orElse(null),
        new DelegateSettings.Pool(
            values.get(Keys.DELEGATE_TIMEOUT),
            contexts == 0 ? processors : contexts,
            values.get(Keys.DELEGATE_QUEUE).intValue()),
        values.get(Keys.DELEGATE_REDIRECT_HOSTS),
        values.get(Keys.DELEGATE_TESTS).map(this::besideTheFile).orElse(null),
        lookup);
  }

  private static void reportMissingScript(Values values, Key<?> key) {
    values.report(key, "needs a script to ask", "set delegate.script too");
  }

  /** A path that is relative to the folder in which the configuration file is, if there is one. */
  private Path besideTheFile(Path path) {
    return file()
        .map(Path::getParent)
        .map(folder -> folder.resolve(path))
        .orElse(path)
        .toAbsolutePath()
        .normalize();
  }

  private static MetaIdentifierSettings metaIdentifiers(Values values, String slash) {
    String delimiter = values.get(Keys.META_IDENTIFIER_DELIMITER);
    if (!slash.isEmpty() && delimiter.contains(slash)) {
      values.report(
          Keys.META_IDENTIFIER_DELIMITER,
          "contains what stands for a slash",
          "set slash_substitute or this to something else");
    }
    return new MetaIdentifierSettings(values.get(Keys.META_IDENTIFIER_TRANSFORMER), delimiter);
  }

  private static Limits limits(Values values) {
    long width = values.get(Keys.LIMITS_MAX_WIDTH);
    long height = values.get(Keys.LIMITS_MAX_HEIGHT);
    long area = values.get(Keys.LIMITS_MAX_AREA);
    if (width == 0 && height != 0) {
      values.report(
          Keys.LIMITS_MAX_HEIGHT,
          "needs a limits.max_width beside it: no info.json may name a height alone",
          "set limits.max_width too, or set this to 0");
    }
    // Whoever reads a maxWidth alone takes it for the height too (Image API 3.0 section 5.3).
    return new Limits(
        width == 0 ? Limits.NO_LIMIT : (int) width,
        height != 0 ? (int) height : width != 0 ? (int) width : Limits.NO_LIMIT,
        area == 0 ? Long.MAX_VALUE : area);
  }
}
