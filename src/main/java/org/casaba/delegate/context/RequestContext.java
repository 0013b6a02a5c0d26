package org.casaba.delegate.context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is told of one request, by the names that scripts use. Remembers whether anything of
 * the caller has been looked at. For one thread at a time.
 */
public final class RequestContext implements Keyed {
  private static final List<String> KEYS =
      List.of(
          "client_ip",
          "cookies",
          "full_size",
          "identifier",
          "local_uri",
          "metadata",
          "operations",
          "output_format",
          "page_count",
          "page_number",
          "request_headers",
          "request_type",
          "request_uri",
          "resulting_size",
          "scale_constraint");

  private static final Nearness NAMES = new Nearness(KEYS);

  private final RequestFacts request;
  private final @Nullable KnownImage image;
  private boolean personal;

  /**
   * Tells of this request.
   *
   * @param image null while it has not been opened
   */
  public RequestContext(RequestFacts request, @Nullable KnownImage image) {
    this.request = request;
    this.image = image;
  }

  /** Whether anything has been read that may be different for another caller. */
  public boolean personal() {
    return personal;
  }

  /** All names. Whoever lists them is taken to read everything. */
  @Override
  public List<String> keys() {
    personal = true;
    return KEYS;
  }

  /** Which names there are is the same for everybody. */
  @Override
  public boolean has(String key) {
    return KEYS.contains(key);
  }

  /** Nearly a name: a rule that forbids by what it takes for null would let everybody in. */
  @Override
  public boolean refuses(String key) {
    return !KEYS.contains(key) && NAMES.meant(key).isPresent();
  }

  /**
   * The value of that name.
   *
   * @throws IllegalArgumentException if nothing is called so, but nearly
   */
  @Override
  public @Nullable Object get(String key) {
    return switch (key) {
      case "client_ip" -> caller().address();
      case "cookies" -> new Headers(caller().headers()).cookies();
      case "request_headers" -> new Headers(caller().headers());
      case "identifier" -> identifier();
      case "local_uri" -> personally(request.localAddress());
      case "request_uri" -> personally(request.address());
      case "request_type" -> request.parameters() == null ? "information" : "image";
      case "page_number" -> request.image().page();
      case "scale_constraint" -> pair(request.image().scale());
      case "operations" ->
          request
              .imageRequest()
              .<Object>map(r ->
                  Operations.of(
                      r, request.image().scale(), image == null ? null : image.fullSize()))
              .orElse(null);
      case "output_format" ->
          request.imageRequest().<Object>map(r -> r.format().mediaType()).orElse(null);
      case "full_size", "page_count", "resulting_size", "metadata" ->
          image == null ? null : ofImage(key, image);
      default -> unknown(key);
    };
  }

  private static @Nullable Object unknown(String key) {
    Optional<String> meant = NAMES.meant(key);
    if (meant.isPresent()) {
      throw new IllegalArgumentException(
          "there is no " + key + " in the context; " + meant.get() + " is meant");
    }
    return null;
  }

  /** Composed, for file systems take both ways of writing é as one, and rules would not. */
  private String identifier() {
    return Normalizer.normalize(request.image().identifier().value(), Normalizer.Form.NFC);
  }

  private RequestFacts.Caller caller() {
    return personally(request.caller());
  }

  /** Addresses, too, are of the caller: they are made of what headers say. */
  private <T> T personally(T value) {
    personal = true;
    return value;
  }

  private static @Nullable Object ofImage(String key, KnownImage image) {
    return switch (key) {
      case "full_size" -> size(image.fullSize());
      case "page_count" -> image.pageCount();
      case "resulting_size" -> image.resultingSize().<Object>map(RequestContext::size).orElse(null);
      case "metadata" -> metadata(image);
      default -> null;
    };
  }

  private static Map<String, Object> size(Dimensions size) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("width", size.width());
    map.put("height", size.height());
    return map;
  }

  private static List<Integer> pair(Scale scale) {
    return List.of(scale.numerator(), scale.denominator());
  }

  private static Map<String, @Nullable Object> metadata(KnownImage image) {
    try {
      KnownImage.Embedded embedded = image.metadata().read();
      Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
      metadata.put("exif", embedded.exif());
      metadata.put("iptc", embedded.iptc());
      metadata.put("xmp_string", embedded.xmpPacket());
      metadata.put("native", embedded.own());
      return metadata;
    } catch (IOException e) {
      throw new UncheckedIOException("the image's metadata cannot be read: " + e, e);
    }
  }
}
