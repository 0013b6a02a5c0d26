package org.casaba.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.casaba.cache.record.RecordSettings;
import org.casaba.codec.CodecSettings.Library;
import org.casaba.delegate.DelegateSettings.FileChoice;
import org.casaba.delegate.DelegateSettings.SourceChoice;
import org.casaba.delegate.MetaIdentifierSettings.Transformer;
import org.casaba.delegate.host.HostPattern;
import org.casaba.iiif.Format;
import org.casaba.plan.Overlay.Position;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.render.RenderSettings;
import org.casaba.render.RenderSettings.Filter;

/**
 * All settings that there are. What they mean, and what they are when nobody sets them, is written
 * in {@code conf/casaba.properties}, which is packed beside this class.
 */
final class Keys {
  private Keys() {}

  static final Key<Optional<URI>> BASE_URI = new Key<>("base_uri", WebParsers::baseUri);
  static final Key<String> SLASH_SUBSTITUTE =
      new Key<>("slash_substitute", WebParsers::slashSubstitute);
  static final Key<Transformer> META_IDENTIFIER_TRANSFORMER =
      new Key<>("meta_identifier.transformer", Parsers.word(Transformer.class));
  static final Key<String> META_IDENTIFIER_DELIMITER =
      new Key<>("meta_identifier.delimiter", WebParsers::delimiter);
  static final Key<List<String>> PROXY_TRUSTED =
      new Key<>("proxy.trusted", Parsers.list(WebParsers::network));
  static final Key<String> HTTP_CACHE_CONTROL =
      new Key<>("http.cache_control", CacheControlParser::parse);
  static final Key<String> HTTP_CACHE_CONTROL_INFORMATION =
      new Key<>("http.cache_control.information", CacheControlParser::parse);

  static final Key<String> ADMIN_USERNAME = new Key<>("admin.username", WebParsers::userName);
  static final Key<String> ADMIN_PASSWORD = new Key<>("admin.password", WebParsers::password);

  static final Key<Boolean> METRICS_ENABLED = new Key<>("metrics.enabled", Parsers::trueOrFalse);
  static final Key<List<String>> METRICS_ALLOWED =
      new Key<>("metrics.allowed", Parsers.list(WebParsers::network));
  static final Key<Boolean> METRICS_SERVER_TIMING =
      new Key<>("metrics.server_timing", Parsers::trueOrFalse);

  static final Key<Boolean> IIIF_UPSCALING_VALIDATOR_MODE =
      new Key<>("iiif.upscaling_validator_mode", Parsers::trueOrFalse);

  static final Key<Optional<Path>> FILESYSTEM_ROOT =
      new Key<>("source.filesystem.root", FileParsers::folder);
  static final Key<List<String>> FILESYSTEM_SUFFIX =
      new Key<>("source.filesystem.suffix", Parsers.list(FileParsers::suffix));
  static final Key<Boolean> FILESYSTEM_FOLLOW_LINKS =
      new Key<>("source.filesystem.follow_links", Parsers::trueOrFalse);
  static final Key<Duration> SOURCE_CHECK_INTERVAL =
      new Key<>("source.check_interval", QuantityParsers.durationOrNone(Duration.ofDays(1)));

  static final Key<Long> POOL_IMAGES = new Key<>("pool.images", Parsers.wholeNumber(0, 100_000));

  static final Key<Optional<Path>> PYRAMIDS_FOLDER =
      new Key<>("pyramids.folder", FileParsers::folder);
  static final Key<Long> PYRAMIDS_MAX_SIZE =
      new Key<>("pyramids.max_size", QuantityParsers.bytes(0, 1L << 50));
  static final Key<Long> PYRAMIDS_MIN_PIXELS =
      new Key<>("pyramids.min_pixels", Parsers.wholeNumber(1, Long.MAX_VALUE));

  static final Key<Boolean> CACHE_DERIVATIVE_ENABLED =
      new Key<>("cache.derivative.enabled", Parsers::trueOrFalse);
  static final Key<Optional<Path>> CACHE_DERIVATIVE_DIRECTORY =
      new Key<>("cache.derivative.directory", FileParsers::folder);
  static final Key<Long> CACHE_DERIVATIVE_HEAP =
      new Key<>("cache.derivative.heap", QuantityParsers.bytes(1 << 20, 1L << 40));
  static final Key<Long> CACHE_DERIVATIVE_DISK =
      new Key<>("cache.derivative.disk", QuantityParsers.bytes(0, 1L << 50));
  static final Key<Duration> CACHE_DERIVATIVE_TTL =
      new Key<>("cache.derivative.ttl", QuantityParsers.duration(Duration.ofDays(3650)));
  static final Key<Long> CACHE_DERIVATIVE_MAX_ENTRY =
      new Key<>("cache.derivative.max_entry", QuantityParsers.bytes(1 << 10, 1 << 30));
  static final Key<RecordSettings.Choice> CACHE_RECORD =
      new Key<>("cache.record", Parsers.word(RecordSettings.Choice.class));
  static final Key<Optional<Path>> CACHE_RECORD_DIRECTORY =
      new Key<>("cache.record.directory", FileParsers::folder);
  static final Key<Long> CACHE_RECORD_MAX_SIZE =
      new Key<>("cache.record.max_size", QuantityParsers.bytes(1 << 20, 1L << 50));
  static final Key<Optional<URI>> CACHE_CLUSTER =
      new Key<>("cache.cluster", RecordParsers::cluster);
  static final Key<Long> CACHE_CLUSTER_MAX_SIZE =
      new Key<>("cache.cluster.max_size", QuantityParsers.bytes(4 << 20, 1L << 50));

  static final Key<SourceChoice> SOURCE_DEFAULT =
      new Key<>("source.default", Parsers.word(SourceChoice.class));
  static final Key<FileChoice> FILESYSTEM_LOOKUP =
      new Key<>("source.filesystem.lookup", Parsers.word(FileChoice.class));

  static final Key<Optional<Path>> DELEGATE_SCRIPT =
      new Key<>("delegate.script", FileParsers::script);
  static final Key<Duration> DELEGATE_TIMEOUT =
      new Key<>("delegate.timeout", QuantityParsers.duration(Duration.ofMinutes(5)));

  /** 0 stands for as many as there are processors. */
  static final Key<Long> DELEGATE_POOL = new Key<>("delegate.pool", Parsers.wholeNumber(0, 64));

  static final Key<Long> DELEGATE_QUEUE =
      new Key<>("delegate.queue", Parsers.wholeNumber(1, 100_000));
  static final Key<List<String>> DELEGATE_REDIRECT_HOSTS =
      new Key<>("delegate.redirect_hosts", Parsers.list(WebParsers::host));
  static final Key<Optional<Path>> DELEGATE_TESTS = new Key<>("delegate.tests", FileParsers::path);

  /** 0 stands for none, as in the other limits. */
  static final Key<Long> LIMITS_MAX_WIDTH =
      new Key<>("limits.max_width", Parsers.wholeNumber(0, Integer.MAX_VALUE));

  static final Key<Long> LIMITS_MAX_HEIGHT =
      new Key<>("limits.max_height", Parsers.wholeNumber(0, Integer.MAX_VALUE));
  static final Key<Long> LIMITS_MAX_AREA =
      new Key<>("limits.max_area", Parsers.wholeNumber(0, Long.MAX_VALUE));
  static final Key<Double> LIMITS_MAX_SCALE =
      new Key<>("limits.max_scale", Parsers.decimal(1, 1000));
  static final Key<FullBeyondLimits> LIMITS_FULL =
      new Key<>("limits.full", Parsers.word(FullBeyondLimits.class));

  static final Key<TooLarge> LIMITS_TOO_LARGE =
      new Key<>("limits.too_large", Parsers.word(TooLarge.class));

  static final Key<Long> RENDER_JPEG_QUALITY =
      new Key<>("render.jpeg.quality", Parsers.wholeNumber(1, 100));
  static final Key<Boolean> RENDER_JPEG_REUSE =
      new Key<>("render.jpeg.reuse", Parsers::trueOrFalse);
  static final Key<RenderSettings.Metadata> RENDER_JPEG_METADATA =
      new Key<>("render.jpeg.metadata", Parsers.word(RenderSettings.Metadata.class));
  static final Key<Integer> RENDER_BACKGROUND = new Key<>("render.background", Parsers::colour);
  static final Key<Filter> RENDER_FILTER = new Key<>("render.filter", Parsers.word(Filter.class));
  static final Key<Long> RENDER_THREADS = new Key<>("render.threads", Parsers.wholeNumber(0, 1024));

  /** 0 stands for auto here, which cannot be written as a number. */
  static final Key<Long> ADMISSION_TILES =
      new Key<>("admission.tiles", AdmissionParsers.orAuto(Parsers.wholeNumber(1, 10_000)));

  static final Key<Long> ADMISSION_LARGE =
      new Key<>("admission.large", AdmissionParsers.orAuto(Parsers.wholeNumber(1, 10_000)));
  static final Key<Long> ADMISSION_MEMORY =
      new Key<>(
          "admission.memory", AdmissionParsers.orAuto(QuantityParsers.bytes(1 << 20, 1L << 50)));
  static final Key<Duration> ADMISSION_TILES_WAIT =
      new Key<>("admission.tiles_wait", QuantityParsers.duration(Duration.ofMinutes(1)));
  static final Key<Duration> ADMISSION_LARGE_WAIT =
      new Key<>("admission.large_wait", QuantityParsers.duration(Duration.ofMinutes(1)));
  static final Key<Long> ADMISSION_MIN_PACE =
      new Key<>("admission.min_pace", QuantityParsers.bytes(0, 1L << 30));

  static final Key<Library> CODEC_TURBOJPEG =
      new Key<>("codec.turbojpeg", Parsers.word(Library.class));
  static final Key<Library> CODEC_LIBDEFLATE =
      new Key<>("codec.libdeflate", Parsers.word(Library.class));

  static final Key<String> OVERLAY_TEXT = new Key<>("overlay.text", OverlayParsers::text);
  static final Key<String> OVERLAY_IMAGE = new Key<>("overlay.image", OverlayParsers::image);
  static final Key<Optional<Path>> OVERLAY_FOLDER =
      new Key<>("overlay.folder", FileParsers::folder);
  static final Key<Position> OVERLAY_POSITION =
      new Key<>("overlay.position", OverlayParsers::position);
  static final Key<Long> OVERLAY_INSET = new Key<>("overlay.inset", Parsers.wholeNumber(0, 10_000));
  static final Key<Long> OVERLAY_MIN_WIDTH =
      new Key<>("overlay.min_width", Parsers.wholeNumber(0, Integer.MAX_VALUE));
  static final Key<Long> OVERLAY_MIN_HEIGHT =
      new Key<>("overlay.min_height", Parsers.wholeNumber(0, Integer.MAX_VALUE));
  static final Key<String> OVERLAY_FONT = new Key<>("overlay.font", OverlayParsers::font);
  static final Key<Double> OVERLAY_FONT_SIZE =
      new Key<>("overlay.font_size", Parsers.decimal(1, 2000));
  static final Key<Double> OVERLAY_FONT_MIN_SIZE =
      new Key<>("overlay.font_min_size", Parsers.decimal(1, 2000));
  static final Key<Double> OVERLAY_FONT_WEIGHT =
      new Key<>("overlay.font_weight", Parsers.decimal(1, 10));
  static final Key<Double> OVERLAY_LETTER_SPACING =
      new Key<>("overlay.letter_spacing", Parsers.decimal(-1, 10));
  static final Key<Integer> OVERLAY_COLOR = new Key<>("overlay.color", OverlayParsers::color);
  static final Key<Integer> OVERLAY_BACKGROUND =
      new Key<>("overlay.background", OverlayParsers::color);
  static final Key<Integer> OVERLAY_STROKE_COLOR =
      new Key<>("overlay.stroke_color", OverlayParsers::color);
  static final Key<Double> OVERLAY_STROKE_WIDTH =
      new Key<>("overlay.stroke_width", Parsers.decimal(0, 200));

  static final Key<Optional<String>> INFO_RIGHTS = new Key<>("info.rights", WebParsers::rights);
  static final Key<List<Format>> INFO_PREFERRED_FORMATS =
      new Key<>("info.preferred_formats", Parsers.list(Parsers.word(Format.class)));

  static final Key<List<HostPattern>> DELEGATE_HTTP_HOSTS =
      new Key<>("delegate.http.hosts", Parsers.list(HostParsers::host));
  static final Key<List<HostPattern>> DELEGATE_HTTP_PRIVATE_HOSTS =
      new Key<>("delegate.http.private_hosts", Parsers.list(HostParsers::host));
  static final Key<Duration> DELEGATE_HTTP_TIMEOUT =
      new Key<>("delegate.http.timeout", QuantityParsers.duration(Duration.ofMinutes(1)));
  static final Key<Long> DELEGATE_HTTP_MAX_RESPONSE =
      new Key<>("delegate.http.max_response", QuantityParsers.bytes(1, 64 << 20));
  static final Key<Long> DELEGATE_CACHE_ENTRIES =
      new Key<>("delegate.cache.entries", Parsers.wholeNumber(1, 1_000_000));
  static final Key<List<String>> DELEGATE_SETTINGS =
      new Key<>("delegate.settings", Parsers.list(HostParsers::readableKey));

  static final List<Key<?>> ALL =
      List.of(
          BASE_URI,
          SLASH_SUBSTITUTE,
          META_IDENTIFIER_TRANSFORMER,
          META_IDENTIFIER_DELIMITER,
          PROXY_TRUSTED,
          HTTP_CACHE_CONTROL,
          HTTP_CACHE_CONTROL_INFORMATION,
          ADMIN_USERNAME,
          ADMIN_PASSWORD,
          METRICS_ENABLED,
          METRICS_ALLOWED,
          METRICS_SERVER_TIMING,
          IIIF_UPSCALING_VALIDATOR_MODE,
          FILESYSTEM_ROOT,
          FILESYSTEM_SUFFIX,
          FILESYSTEM_FOLLOW_LINKS,
          SOURCE_CHECK_INTERVAL,
          POOL_IMAGES,
          PYRAMIDS_FOLDER,
          PYRAMIDS_MAX_SIZE,
          PYRAMIDS_MIN_PIXELS,
          CACHE_DERIVATIVE_ENABLED,
          CACHE_DERIVATIVE_DIRECTORY,
          CACHE_DERIVATIVE_HEAP,
          CACHE_DERIVATIVE_DISK,
          CACHE_DERIVATIVE_TTL,
          CACHE_DERIVATIVE_MAX_ENTRY,
          CACHE_RECORD,
          CACHE_RECORD_DIRECTORY,
          CACHE_RECORD_MAX_SIZE,
          CACHE_CLUSTER,
          CACHE_CLUSTER_MAX_SIZE,
          SOURCE_DEFAULT,
          FILESYSTEM_LOOKUP,
          DELEGATE_SCRIPT,
          DELEGATE_TIMEOUT,
          DELEGATE_POOL,
          DELEGATE_QUEUE,
          DELEGATE_REDIRECT_HOSTS,
          DELEGATE_TESTS,
          LIMITS_MAX_WIDTH,
          LIMITS_MAX_HEIGHT,
          LIMITS_MAX_AREA,
          LIMITS_MAX_SCALE,
          LIMITS_FULL,
          LIMITS_TOO_LARGE,
          RENDER_JPEG_QUALITY,
          RENDER_JPEG_REUSE,
          RENDER_JPEG_METADATA,
          RENDER_BACKGROUND,
          RENDER_FILTER,
          RENDER_THREADS,
          ADMISSION_TILES,
          ADMISSION_LARGE,
          ADMISSION_MEMORY,
          ADMISSION_TILES_WAIT,
          ADMISSION_LARGE_WAIT,
          ADMISSION_MIN_PACE,
          CODEC_TURBOJPEG,
          CODEC_LIBDEFLATE,
          OVERLAY_TEXT,
          OVERLAY_IMAGE,
          OVERLAY_FOLDER,
          OVERLAY_POSITION,
          OVERLAY_INSET,
          OVERLAY_MIN_WIDTH,
          OVERLAY_MIN_HEIGHT,
          OVERLAY_FONT,
          OVERLAY_FONT_SIZE,
          OVERLAY_FONT_MIN_SIZE,
          OVERLAY_FONT_WEIGHT,
          OVERLAY_LETTER_SPACING,
          OVERLAY_COLOR,
          OVERLAY_BACKGROUND,
          OVERLAY_STROKE_COLOR,
          OVERLAY_STROKE_WIDTH,
          INFO_RIGHTS,
          INFO_PREFERRED_FORMATS,
          DELEGATE_HTTP_HOSTS,
          DELEGATE_HTTP_PRIVATE_HOSTS,
          DELEGATE_HTTP_TIMEOUT,
          DELEGATE_HTTP_MAX_RESPONSE,
          DELEGATE_CACHE_ENTRIES,
          DELEGATE_SETTINGS);
}
