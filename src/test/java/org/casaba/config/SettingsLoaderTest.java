package org.casaba.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.cache.DerivativeSettings;
import org.casaba.cache.record.RecordSettings;
import org.casaba.codec.CodecSettings;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.DelegateSettings.FileChoice;
import org.casaba.delegate.DelegateSettings.SourceChoice;
import org.casaba.delegate.MetaIdentifierSettings;
import org.casaba.delegate.MetaIdentifierSettings.Transformer;
import org.casaba.delegate.host.HostPattern;
import org.casaba.delegate.host.HostSettings;
import org.casaba.iiif.Format;
import org.casaba.info.InformationSettings;
import org.casaba.plan.Limits;
import org.casaba.plan.Overlay;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.pyramid.store.PyramidSettings;
import org.casaba.render.CrewSettings;
import org.casaba.render.RenderSettings;
import org.casaba.render.RenderSettings.Filter;
import org.casaba.service.AdmissionSettings;
import org.casaba.service.OverlaySettings;
import org.casaba.service.PoolSettings;
import org.casaba.source.FilesystemSettings;
import org.casaba.web.AdminSettings;
import org.casaba.web.CachingSettings;
import org.casaba.web.MetricsSettings;
import org.casaba.web.WebSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsLoaderTest {
  private static final List<String> PRIVATE =
      List.of("127.0.0.0/8", "::1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();

  @TempDir Path folder;
  private Path samples;
  private Path file;

  @BeforeEach
  void nameFiles() {
    samples = folder.resolve("samples");
    file = folder.resolve("my.properties");
  }

  private SettingsLoader loader() {
    return new SettingsLoader(new Surroundings(environment, properties, null, samples));
  }

  private Settings load(String... lines) throws Exception {
    Files.writeString(file, String.join("\n", lines));
    properties.put("casaba.config", file.toString());
    return loader().load();
  }

  private Settings parts(String... lines) throws Exception {
    return bare(load(lines));
  }

  /** What parts get, without what people get to see. */
  private static Settings bare(Settings all) {
    return new Settings(
        all.source(),
        all.pool(),
        all.pyramids(),
        all.derivatives(),
        all.record(),
        all.delegate(),
        all.plan(),
        all.render(),
        all.crew(),
        all.admission(),
        all.overlay(),
        all.web(),
        all.admin(),
        all.metrics(),
        all.information(),
        all.hostObjects(),
        all.metaIdentifiers(),
        all.codec(),
        List.of());
  }

  private List<String> mistakes(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines));
    properties.put("casaba.config", file.toString());
    return assertThrows(SettingsException.class, loader()::load).mistakes().stream()
        .map(mistake -> mistake.toString().replace(file.toString(), "FILE"))
        .toList();
  }

  @Test
  void withoutAnythingTheDefaultsHold() throws Exception {
    assertEquals(Optional.empty(), loader().file());
    assertEquals(
        new Settings(
            new FilesystemSettings(samples, List.of(), false),
            new PoolSettings(200),
            new PyramidSettings(null, 2L << 30, 4_000_000),
            new DerivativeSettings(true, null, 64L << 20, 2L << 30, Duration.ofDays(30), 4L << 20),
            new RecordSettings(null, 10L << 30, null, 256 << 20),
            new DelegateSettings(
                null,
                new DelegateSettings.Pool(Duration.ofSeconds(2), processors(), 500),
                List.of(),
                null,
                new DelegateSettings.Lookup(
                    SourceChoice.FILESYSTEM, FileChoice.IDENTIFIER, samples, false)),
            new PlanSettings(
                new Limits(Limits.NO_LIMIT, Limits.NO_LIMIT, 100_000_000),
                10,
                FullBeyondLimits.REDIRECT,
                TooLarge.REFUSE,
                false),
            new RenderSettings(
                85, true, RenderSettings.Metadata.STRIP, 0xffffff, Filter.CATMULL_ROM),
            new CrewSettings(0),
            new AdmissionSettings(
                new AdmissionSettings.Lane(AdmissionSettings.AUTO, Duration.ofSeconds(2)),
                new AdmissionSettings.Lane(AdmissionSettings.AUTO, Duration.ofSeconds(5)),
                AdmissionSettings.AUTO,
                32 << 10),
            new OverlaySettings(
                "",
                "",
                new Overlay.Lettering(
                    "SansSerif", 24, 18, 1, 0.02, 0xffffffff, 0x66000000, 0xff000000, 1),
                new Overlay.Placement(Overlay.Position.BOTTOM_RIGHT, 10, 400, 300),
                null),
            new WebSettings(null, "", PRIVATE, new CachingSettings("public, max-age=86400", "")),
            new AdminSettings(null, null),
            new MetricsSettings(true, PRIVATE, false),
            new InformationSettings(null, List.of()),
            new HostSettings(
                new HostSettings.Http(List.of(), List.of(), Duration.ofSeconds(2), 1 << 20),
                10_000,
                Map.of()),
            new MetaIdentifierSettings(Transformer.STANDARD, ";"),
            new CodecSettings(CodecSettings.Library.AUTO, CodecSettings.Library.AUTO),
            List.of()),
        bare(loader().load()));
  }

  private static int processors() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
  }

  @Test
  void imagesOfOverlaysLieBesideTheConfiguration() throws Exception {
    OverlaySettings overlay = load("overlay.image = logo.png").overlay();
    assertEquals("logo.png", overlay.image());
    assertEquals(file.getParent(), overlay.folder());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pyramids.folder = images             | pyramids.folder | is the folder of images",
        "pyramids.folder = images/a/b         | pyramids.folder | lies in the folder of images",
        "cache.derivative.directory = link/a  | cache.derivative.directory | lies in the folder",
        "cache.derivative.directory = .       | cache.derivative.directory | holds the folder",
        "cache.record.directory = kept        | cache.record.directory | is pyramids.folder too"
      })
  void foldersThatWouldBeMixedUpAreMistakes(String line, String key, String problem)
      throws IOException {
    Path images = Files.createDirectories(folder.resolve("images"));
    Files.createSymbolicLink(folder.resolve("link"), images);
    String pyramids = line.startsWith("pyramids") ? "" : "pyramids.folder = kept";
    List<String> mistakes =
        mistakes(
            "source.filesystem.root = images",
            "cache.record = directory",
            pyramids,
            line,
            line.startsWith("cache.record") ? "" : "cache.record.directory = record");
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertTrue(mistakes.getFirst().contains(key + " = "), mistakes::toString);
    assertTrue(mistakes.getFirst().contains(problem), mistakes::toString);
  }

  @Test
  void foldersThatAreNotUsedAreNoMistakes() throws Exception {
    load(
        "source.filesystem.root = images",
        "pyramids.folder = images",
        "pyramids.max_size = 0",
        "cache.derivative.directory = images",
        "cache.derivative.enabled = false",
        "cache.record.directory = images");
    load("source.filesystem.root = images", "pyramids.folder = images2");
  }

  @Test
  void lessOnDiskThanInMemoryIsAMistake() throws Exception {
    List<String> mistakes = mistakes("cache.derivative.heap = 64M", "cache.derivative.disk = 100M");
    assertEquals(1, mistakes.size(), mistakes::toString);
    assertTrue(
        mistakes.getFirst().contains("cache.derivative.disk = \"100M\""), mistakes::toString);
    assertTrue(mistakes.getFirst().contains("cache.derivative.heap = 64M"), mistakes::toString);
    load("cache.derivative.heap = 64M", "cache.derivative.disk = 128M");
    load("cache.derivative.heap = 64M", "cache.derivative.disk = 0");
  }

  @Test
  void mistakesOfOverlaysAreNamedTogether() throws Exception {
    List<String> mistakes =
        mistakes(
            "overlay.image = ../logo.png",
            "overlay.position = there",
            "overlay.color = 7up",
            "overlay.font_min_size = 25",
            "overlay.letter_spacing = -2",
            "overlay.stroke_width = 1000");
    assertEquals(6, mistakes.size(), mistakes.toString());
    List<String> both = mistakes("overlay.text = x", "overlay.image = y");
    assertEquals(1, both.size(), both.toString());
  }

  @Test
  void theDelimiterOfPagesIsNotTakenForASlash() throws Exception {
    assertEquals(
        List.of(
            "FILE, line 2: meta_identifier.delimiter = \"--p--\" contains what stands for a slash"
                + " (set slash_substitute or this to something else)"),
        mistakes("slash_substitute = --", "meta_identifier.delimiter = --p--"));
    assertEquals(1, mistakes("meta_identifier.delimiter =").size());
    assertEquals(1, mistakes("meta_identifier.delimiter = :").size());
    assertEquals(1, mistakes("meta_identifier.transformer = ruby").size());
  }

  @Test
  void everyKeyReachesItsPart() throws Exception {
    assertEquals(
        new Settings(
            new FilesystemSettings(
                Path.of("/srv/Bilder größer"),
                List.of(".tif", ".jpg"),
                true,
                Duration.ofSeconds(10)),
            new PoolSettings(0),
            new PyramidSettings(Path.of("/var/cache/casaba"), 500L << 20, 1000),
            new DerivativeSettings(
                false,
                Path.of("/var/cache/pictures"),
                512L << 20,
                50L << 30,
                Duration.ofDays(365),
                16L << 20),
            new RecordSettings(
                Path.of("/mnt/share/casaba"),
                50L << 30,
                URI.create("terracotta://one:9410,two:9410/casaba"),
                1 << 30),
            new DelegateSettings(
                folder.resolve("rules/delegates.py"),
                new DelegateSettings.Pool(Duration.ofMillis(500), 16, 50),
                List.of("login.example.org", "192.0.2.7"),
                Path.of("/srv/cases"),
                new DelegateSettings.Lookup(
                    SourceChoice.SCRIPT, FileChoice.SCRIPT, Path.of("/srv/Bilder größer"), false)),
            new PlanSettings(
                new Limits(4000, 3000, 5_000_000),
                2.5,
                FullBeyondLimits.CAP,
                TooLarge.REFUSE,
                true),
            new RenderSettings(75, true, RenderSettings.Metadata.KEEP, 0x333333, Filter.LANCZOS3),
            new CrewSettings(3),
            new AdmissionSettings(
                new AdmissionSettings.Lane(7, Duration.ofMillis(300)),
                new AdmissionSettings.Lane(AdmissionSettings.AUTO, Duration.ofSeconds(9)),
                64 << 20,
                0),
            new OverlaySettings(
                "Stadtarchiv\nAlle Rechte",
                "",
                new Overlay.Lettering("Serif", 30, 12.5, 2, -0.05, 0xffff0000, 0, 0x80000080, 2.5),
                new Overlay.Placement(Overlay.Position.TOP_CENTER, 3, 0, 7),
                Path.of("/srv/overlays")),
            new WebSettings(
                URI.create("https://example.org:8443/images"),
                "--",
                List.of("192.0.2.7", "2001:db8::/32"),
                new CachingSettings("", "no-cache")),
            new AdminSettings("anna", "with:colons and ü"),
            new MetricsSettings(false, List.of("192.0.2.7", "2001:db8::/32"), true),
            new InformationSettings(
                "http://creativecommons.org/licenses/by/4.0/", List.of(Format.PNG, Format.JPG)),
            new HostSettings(
                new HostSettings.Http(
                    List.of(
                        new HostPattern("login.example.org", false, HostPattern.STANDARD),
                        new HostPattern("example.org", true, 8443)),
                    List.of(new HostPattern("0:0:0:0:0:0:0:1", false, 8080)),
                    Duration.ofMillis(500),
                    200 << 10),
                50,
                Map.of(
                    "limits.max_area", "5000000",
                    "render.filter", "lanczos3",
                    "base_uri", "https://example.org:8443/images/",
                    "login_service", "https://example.org:8443/images/login")),
            new MetaIdentifierSettings(Transformer.NONE, "_page_"),
            new CodecSettings(CodecSettings.Library.OFF, CodecSettings.Library.OFF),
            List.of()),
        parts(
            "source.filesystem.root = /srv/Bilder größer",
            "source.filesystem.suffix = .tif, .jpg",
            "source.check_interval = 10s",
            "source.filesystem.follow_links = true",
            "pool.images = 0",
            "metrics.enabled = false",
            "metrics.allowed = 192.0.2.7, 2001:db8::/32",
            "metrics.server_timing = true",
            "pyramids.folder = /var/cache/casaba",
            "pyramids.max_size = 500M",
            "pyramids.min_pixels = 1000",
            "cache.derivative.enabled = false",
            "cache.derivative.directory = /var/cache/pictures",
            "cache.derivative.heap = 512M",
            "cache.derivative.disk = 50G",
            "cache.derivative.ttl = 365d",
            "cache.derivative.max_entry = 16M",
            "cache.record = directory",
            "cache.record.directory = /mnt/share/casaba",
            "cache.record.max_size = 50G",
            "cache.cluster = terracotta://one:9410,two:9410/casaba",
            "cache.cluster.max_size = 1G",
            "source.default = script",
            "source.filesystem.lookup = script",
            "delegate.script = ../" + folder.getFileName() + "/rules/delegates.py",
            "delegate.timeout = 500ms",
            "delegate.pool = 16",
            "delegate.queue = 50",
            "delegate.redirect_hosts = Login.example.org, 192.0.2.7",
            "delegate.tests = /srv/cases",
            "limits.max_width = 4000",
            "limits.max_height: 3000",
            "limits.max_area 5000000",
            "limits.max_scale=2.5",
            "limits.full = CAP",
            "iiif.upscaling_validator_mode = true",
            "render.jpeg.quality = 75",
            "render.jpeg.metadata = keep",
            "render.background = #333",
            "render.filter = lanczos3",
            "render.threads = 3",
            "admission.tiles = 7",
            "admission.large = Auto",
            "admission.memory = 64M",
            "admission.tiles_wait = 300ms",
            "admission.large_wait = 9s",
            "admission.min_pace = 0",
            "codec.turbojpeg = off",
            "codec.libdeflate = off",
            "overlay.text = Stadtarchiv\\nAlle Rechte",
            "overlay.folder = /srv/overlays",
            "overlay.position = Top Center",
            "overlay.inset = 3",
            "overlay.min_width = 0",
            "overlay.min_height = 7",
            "overlay.font = Serif",
            "overlay.font_size = 30",
            "overlay.font_min_size = 12.5",
            "overlay.font_weight = 2",
            "overlay.letter_spacing = -0.05",
            "overlay.color = red",
            "overlay.background = transparent",
            "overlay.stroke_color = rgba(0, 0, 128, 0.5)",
            "overlay.stroke_width = 2.5",
            "base_uri = https://example.org:8443/images/",
            "slash_substitute = --",
            "meta_identifier.transformer = none",
            "meta_identifier.delimiter = _page_",
            "proxy.trusted = 192.0.2.7, \\",
            "    2001:db8::/32",
            "http.cache_control =",
            "http.cache_control.information = No-Cache",
            "admin.username = anna",
            "admin.password = with:colons and ü",
            "info.rights = http://creativecommons.org/licenses/by/4.0/",
            "info.preferred_formats = png, jpg, png",
            "delegate.http.hosts = login.example.org, *.Example.org:8443",
            "delegate.http.private_hosts = [::1]:8080",
            "delegate.http.timeout = 500 ms",
            "delegate.http.max_response = 200K",
            "delegate.cache.entries = 50",
            "delegate.settings = limits.max_area, render.filter, base_uri",
            "delegate.values.login_service = ${base_uri}login"));
  }

  @Test
  void ownValuesComeFromVariablesAndPropertiesToo() throws Exception {
    environment.put("CASABA_DELEGATE_VALUES_LOGIN_SERVICE", " https://login.example.org ");
    environment.put("CASABA_DELEGATE_VALUES_LOGIN_PORT", "8080");
    environment.put("CASABA_DELEGATE_VALUES_FROM_FILE", "overridden");
    properties.put("casaba.delegate.values.from_property", "");
    assertEquals(
        Map.of(
            "login_service", "https://login.example.org",
            "login_port", "8080",
            "from_file", "overridden",
            "from_property", ""),
        load("delegate.values.from_file = in the file").hostObjects().values());
  }

  @Test
  void ownValuesHaveNamesThatVariablesCanHave() throws IOException {
    properties.put("casaba.delegate.values.a-b", "x");
    assertEquals(
        List.of(
            "system property casaba.delegate.values.a-b: \"delegate.values.a-b\" is no name for a"
                + " value (allowed after delegate.values.: small letters a to z, digits, _)"),
        mistakes());
  }

  @Test
  void scriptsReadWhatIsListedAndNoSecret() throws IOException {
    List<String> mistakes = mistakes("delegate.settings = limits.max_areas");
    assertEquals(1, mistakes.size());
    assertTrue(mistakes.getFirst().contains("\"limits.max_areas\", which is not a setting"));

    mistakes = mistakes("delegate.settings = base_uri, admin.password");
    assertEquals(1, mistakes.size());
    assertTrue(mistakes.getFirst().contains("\"admin.password\", which is a secret"));
  }

  @Test
  void ownValuesDoNotHideSettings() throws IOException {
    List<String> mistakes =
        mistakes("delegate.settings = base_uri", "delegate.values.base_uri = http://b.example");
    assertEquals(1, mistakes.size());
    assertTrue(mistakes.getFirst().contains("which delegate.values.base_uri hides"));
  }

  @Test
  void filesAreLookedForInOrder() throws Exception {
    Path base = Files.createDirectories(folder.resolve("tomcat/conf")).getParent();
    properties.put("catalina.base", base.toString());
    assertEquals(Optional.empty(), loader().file());

    Path inTomcat = Files.createFile(base.resolve("conf/casaba.properties"));
    assertEquals(Optional.of(inTomcat), loader().file());

    Surroundings withParameter = new Surroundings(environment, properties, "/c.properties", null);
    assertEquals(Optional.of(Path.of("/c.properties")), new SettingsLoader(withParameter).file());

    environment.put("CASABA_CONFIG", "/b.properties");
    assertEquals(Optional.of(Path.of("/b.properties")), loader().file());

    properties.put("casaba.config", "/a.properties");
    assertEquals(Optional.of(Path.of("/a.properties")), loader().file());

    properties.put("casaba.config", " ");
    environment.put("CASABA_CONFIG", "");
    assertEquals(Optional.of(inTomcat), loader().file());
  }

  @Test
  void namedFileMustBeThere() {
    properties.put("casaba.config", file.toString());
    SettingsException e = assertThrows(SettingsException.class, loader()::load);
    assertEquals(file + ": there is no such file", e.mistakes().getFirst().toString());
  }

  @Test
  void namedFileMustBeAFile() {
    environment.put("CASABA_CONFIG", folder.toString());
    SettingsException e = assertThrows(SettingsException.class, loader()::load);
    assertTrue(e.mistakes().getFirst().toString().startsWith(folder + ": cannot be read"));
  }

  @Test
  void variablesOverrideTheFileAndPropertiesOverrideVariables() throws Exception {
    environment.put("CASABA_LIMITS_MAX_AREA", "2");
    environment.put("CASABA_RENDER_JPEG_QUALITY", " 22 ");
    properties.put("casaba.render.jpeg.quality", "33");
    Settings settings =
        load("limits.max_area = 1", "render.jpeg.quality = 11", "limits.max_scale = 4");
    assertEquals(2, settings.plan().limits().maxArea());
    assertEquals(33, settings.render().jpegQuality());
    assertEquals(4, settings.plan().maxScale());
  }

  @Test
  void emptyOverrideIsAValue() throws Exception {
    environment.put("CASABA_SLASH_SUBSTITUTE", "");
    assertEquals("", load("slash_substitute = --").web().slashSubstitute());
  }

  @Test
  void aNegativeNumberIsAWholeNumberThatIsTooSmall() throws IOException {
    environment.put("CASABA_POOL_IMAGES", "-1");
    environment.put("CASABA_PYRAMIDS_MAX_SIZE", "2X");
    assertEquals(
        List.of(
            "environment variable CASABA_POOL_IMAGES: pool.images = \"-1\" is too small"
                + " (allowed: a whole number, 0 to 100000)",
            "environment variable CASABA_PYRAMIDS_MAX_SIZE: pyramids.max_size = \"2X\" is not a"
                + " size (allowed: a number of bytes, such as 65536, 64K, 512M or 2G)"),
        mistakes());
  }

  @Test
  void allMistakesAreReportedTogether() throws IOException {
    environment.put("CASABA_RENDER_JPEG_QUALTY", "80");
    environment.put("CASABA_RENDER_FILTER", "bicubic");
    properties.put("casaba.limits.max_scale", "0.5");
    properties.put("casaba.xyzzy", "1");
    assertEquals(
        List.of(
            "FILE, line 4: limits.max_area is there a second time (first at FILE, line 2)",
            "FILE, line 3: there is no setting \"limits.maxwidth\""
                + " (did you mean limits.max_width?)",
            "environment variable CASABA_RENDER_JPEG_QUALTY: there is no setting"
                + " \"CASABA_RENDER_JPEG_QUALTY\" (did you mean CASABA_RENDER_JPEG_QUALITY?)",
            "system property casaba.xyzzy: there is no setting \"casaba.xyzzy\"",
            "FILE, line 2: limits.max_area = \"a lot\" is not a whole number"
                + " (allowed: a whole number, 0 or more)",
            "system property casaba.limits.max_scale: limits.max_scale = \"0.5\" is too small"
                + " (allowed: a number from 1 to 1000, such as 1.5)",
            "environment variable CASABA_RENDER_FILTER: render.filter = \"bicubic\" is none of them"
                + " (allowed: box, triangle, catmull-rom, lanczos3)"),
        mistakes("", "limits.max_area = a lot", "limits.maxwidth = 3", "limits.max_area = 1"));
  }

  @Test
  void messageShowsEachMistakeOnALineOfItsOwn() {
    environment.put("CASABA_BASE_URI", "ftp://x\n\u001b[31m");
    environment.put("CASABA_LIMITS_FULL", "x".repeat(1000));
    String message = assertThrows(SettingsException.class, loader()::load).getMessage();
    assertEquals(3, message.lines().count(), message);
    assertTrue(message.contains("\"ftp://x\\u000a\\u001b[31m\""), message);
    assertTrue(message.length() < 600, message);
  }

  @ParameterizedTest
  @CsvSource({
    "limits.maxArea, limits.max_area",
    "max_area, limits.max_area",
    "limit.max_area, limits.max_area",
    "casaba.base_uri, base_uri",
    "BASE_URI, base_uri",
    "base.uri, base_uri",
    "proxy.trust, proxy.trusted",
    "info.right, info.rights",
    "include, ",
    "ruby, "
  })
  void unknownKeysAreGuessedAt(String key, String meant) throws IOException {
    assertEquals(
        List.of(
            "FILE, line 1: there is no setting \""
                + key
                + "\""
                + (meant == null ? "" : " (did you mean " + meant + "?)")),
        mistakes(key + " = 1"));
  }

  @Test
  void variablesOfOthersAreLeftAlone() throws Exception {
    for (String name :
        List.of(
            "CASABA_HOME",
            "CASABA_VERSION",
            "CASABA_SERVICE_HOST",
            "CASABA_SERVICE_PORT",
            "CASABA_SERVICE_PORT_HTTP",
            "CASABA_PORT",
            "CASABA_PORT_8182_TCP",
            "CASABA_PORT_8182_TCP_ADDR",
            "CASABA_TEST_SERVICE_HOST",
            "CASABA_TEST_PORT_80_TCP_PROTO",
            "CASABAS",
            "casaba_x")) {
      environment.put(name, "tcp://10.0.0.1:8182");
    }
    properties.put("casabas.x", "1");
    assertEquals(10, load().plan().maxScale());
  }

  @Test
  void byteOrderMarkAndCarriageReturnsAreTolerated() throws Exception {
    Settings settings =
        load("\uFEFFlimits.max_area = 7\r", "# comment\r", "\r", "slash_substitute = ü\r");
    assertEquals(7, settings.plan().limits().maxArea());
    assertEquals("ü", settings.web().slashSubstitute());
  }

  @Test
  void otherEncodingsAreAMistake() throws IOException {
    Files.write(file, "slash_substitute = ü".getBytes(StandardCharsets.ISO_8859_1));
    environment.put("CASABA_CONFIG", file.toString());
    SettingsException e = assertThrows(SettingsException.class, loader()::load);
    assertEquals(
        file + ": is not encoded in UTF-8 (save it as UTF-8)", e.mistakes().getFirst().toString());
  }

  @Test
  void endlessFilesAreNotRead() {
    environment.put("CASABA_CONFIG", "/dev/zero");
    SettingsException e = assertThrows(SettingsException.class, loader()::load);
    assertEquals(
        "/dev/zero: is longer than a configuration can be", e.mistakes().getFirst().toString());
  }

  @Test
  void otherFilesAreNotIncluded() throws IOException {
    Path other = Files.writeString(folder.resolve("other.properties"), "limits.max_area = 3");
    for (String key : List.of("include", "includeOptional", "includeoptional", "INCLUDE")) {
      assertEquals(
          List.of("FILE, line 1: there is no setting \"" + key + "\""),
          mistakes(key + " = " + other));
    }
  }

  @Test
  void referencesToKeysVariablesAndPropertiesAreReplaced() throws Exception {
    environment.put("PIECE", "https://example.org");
    properties.put("other.piece", "a");
    environment.put("CASABA_LIMITS_MAX_WIDTH", "123");
    Settings settings =
        load(
            "base_uri = ${env:PIECE}/${sys:other.piece}${env:ABSENT:-b}",
            "info.rights = ${base_uri}/licence",
            "limits.max_height = ${limits.max_width}");
    assertEquals(Optional.of(URI.create("https://example.org/ab")), settings.web().baseUri());
    assertEquals(Optional.of("https://example.org/ab/licence"), settings.information().rights());
    assertEquals(123, settings.plan().limits().maxHeight());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script:javascript:1+1",
        "dns:localhost",
        "dns:address|localhost",
        "url:UTF-8:file:/etc/hostname",
        "file:UTF-8:/etc/hostname",
        "base64Encoder:a",
        "base64Decoder:YQ==",
        "const:java.lang.Integer.MAX_VALUE",
        "java:version",
        "localhost:name",
        "properties:/a.properties::b",
        "resourceBundle:a:b",
        "urlEncoder:a b",
        "urlDecoder:a%20b",
        "xml:/a.xml:/b",
        "date:yyyy",
        "env:NOTHING_OF_THIS_NAME",
        "sys:nothing.of.this.name",
        "nothing.of.this.name"
      })
  void nothingElseIsReplaced(String reference) throws Exception {
    assertEquals(
        List.of(
            "FILE, line 1: slash_substitute = \"${"
                + reference
                + "}\" refers to something that is not there"
                + " (allowed: ${another.key}, ${env:NAME}, ${sys:name})"),
        mistakes("slash_substitute = ${" + reference + "}"));
    environment.put("HIDDEN", "${" + reference + "}");
    assertEquals(1, mistakes("slash_substitute = ${env:HIDDEN}").size());
  }

  @Test
  void referencesInCirclesAreAMistake() throws IOException {
    assertEquals(
        2, mistakes("slash_substitute = ${base_uri}", "base_uri = ${slash_substitute}").size());
  }

  @Test
  void heightWithoutWidthIsAMistake() throws Exception {
    assertEquals(
        List.of(
            "FILE, line 1: limits.max_height = \"3\" needs a limits.max_width beside it: no"
                + " info.json may name a height alone"
                + " (set limits.max_width too, or set this to 0)"),
        mistakes("limits.max_height = 3"));
  }

  @Test
  void widthWithoutHeightCountsForBoth() throws Exception {
    Limits limits = load("limits.max_width = 3", "limits.max_area = 0").plan().limits();
    assertEquals(new Limits(3, 3, Long.MAX_VALUE), limits);
  }

  @Test
  void withoutSamplesAFolderOfImagesMustBeNamed() throws Exception {
    samples = null;
    assertTrue(mistakes().getFirst().contains("unpacked"));
    assertEquals(folder, load("source.filesystem.root = " + folder).source().root());
  }

  @Test
  void whatAScriptIsAskedNeedsAScript() throws Exception {
    assertEquals(
        List.of(
            "FILE, line 1: source.default = \"script\" needs a script to ask (set delegate.script"
                + " too)",
            "FILE, line 2: source.filesystem.lookup = \"script\" needs a script to ask (set"
                + " delegate.script too)"),
        mistakes("source.default = script", "source.filesystem.lookup = script"));
  }

  @Test
  void relativeFoldersLieBesideTheFile() throws Exception {
    Settings settings = load("source.filesystem.root = images", "overlay.folder = ../overlays");
    assertEquals(folder.resolve("images"), settings.source().root());
    assertEquals(folder.resolveSibling("overlays"), settings.overlay().folder());
  }
}
