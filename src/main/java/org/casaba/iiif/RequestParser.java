package org.casaba.iiif;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The grammar of image requests (Image API 2.1.1 and 3.0, section 4). One grammar for both: the
 * version decides about {@code ^} and {@code full} as a size.
 */
public final class RequestParser {
  private static final Pattern LOOKS_LIKE_REGION =
      Pattern.compile("full|square|(pct:)?[^,/]*,[^,/]*,[^,/]*,[^,/]*");
  private static final Pattern LOOKS_LIKE_SIZE =
      Pattern.compile("full|\\^?max|\\^?pct:.*|\\^?!?[^,/]*,[^,/]*");
  private static final Pattern LOOKS_LIKE_ROTATION = Pattern.compile("!?[-+]?[0-9.]+");

  /**
   * Pixel counts beyond any picture are all alike: kept small enough to be added and multiplied.
   */
  private static final long HUGE = 1L << 40;

  private static final String REGION = "region";
  private static final String SIZE = "size";

  private RequestParser() {}

  /**
   * Reads the four last segments of an image request, each percent-decoded.
   *
   * @throws IllegalRequestException naming the first parameter that is wrong
   */
  public static ImageRequest parse(
      ApiVersion version, Identifier identifier, ImageParameters parameters)
      throws IllegalRequestException {
    String last = parameters.qualityAndFormat();
    int dot = last.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalRequestException(
          "format", "the last part of an image request is quality.format, such as default.jpg");
    }
    return new ImageRequest(
        version,
        identifier,
        region(parameters.region()),
        size(version, parameters.size()),
        rotation(parameters.rotation()),
        quality(last.substring(0, dot)),
        format(last.substring(dot + 1)));
  }

  /**
   * Whether segments were meant as the parameters of an image request, be they right or wrong: what
   * tells {@code x/full/max/45/default} (an image request with a mistake) from {@code
   * maps/1800/north/sheet/12.tif} (an identifier with slashes).
   */
  public static boolean looksLikeParameters(ImageParameters p) {
    String last = p.qualityAndFormat();
    int dot = last.lastIndexOf('.');
    int signs = 0;
    signs += LOOKS_LIKE_REGION.matcher(p.region()).matches() ? 1 : 0;
    signs += LOOKS_LIKE_SIZE.matcher(p.size()).matches() ? 1 : 0;
    signs += LOOKS_LIKE_ROTATION.matcher(p.rotation()).matches() ? 1 : 0;
    signs += Quality.of(dot < 0 ? last : last.substring(0, dot)).isPresent() ? 1 : 0;
    return signs >= 2;
  }

  private static Region region(String text) throws IllegalRequestException {
    if (text.equals("full")) {
      return new Region.Full();
    }
    if (text.equals("square")) {
      return new Region.Square();
    }
    boolean percent = text.startsWith("pct:");
    String[] parts = (percent ? text.substring(4) : text).split(",", -1);
    if (parts.length != 4) {
      throw new IllegalRequestException(REGION, "it is full, square, x,y,w,h or pct:x,y,w,h");
    }
    return percent ? percentRegion(parts) : pixelRegion(parts);
  }

  private static Region pixelRegion(String[] parts) throws IllegalRequestException {
    long[] n = new long[4];
    for (int i = 0; i < 4; i++) {
      n[i] = integer(REGION, parts[i]);
    }
    if (n[2] == 0 || n[3] == 0) {
      throw new IllegalRequestException(REGION, "width and height are at least 1");
    }
    return new Region.Pixels(n[0], n[1], n[2], n[3]);
  }

  private static Region percentRegion(String[] parts) throws IllegalRequestException {
    Decimal[] n = new Decimal[4];
    for (int i = 0; i < 4; i++) {
      n[i] = decimal(REGION, parts[i]);
    }
    if (n[2].isZero() || n[3].isZero()) {
      throw new IllegalRequestException(REGION, "width and height are more than 0 percent");
    }
    return new Region.Percent(n[0], n[1], n[2], n[3]);
  }

  private static Size size(ApiVersion version, String text) throws IllegalRequestException {
    if (version == ApiVersion.V2 && text.equals("full")) {
      return new Size.Full();
    }
    boolean upscaling = version == ApiVersion.V3 && text.startsWith("^");
    String form = upscaling ? text.substring(1) : text;
    if (form.equals("max")) {
      return new Size.Max(upscaling);
    }
    if (form.startsWith("pct:")) {
      return percentSize(version, upscaling, decimal(SIZE, form.substring(4)));
    }
    boolean confined = form.startsWith("!");
    String[] sides = (confined ? form.substring(1) : form).split(",", -1);
    if (sides.length != 2 || (sides[0].isEmpty() && sides[1].isEmpty())) {
      throw new IllegalRequestException(SIZE, sizeForms(version));
    }
    return sidesSize(upscaling, confined, sides);
  }

  private static Size percentSize(ApiVersion version, boolean upscaling, Decimal percent)
      throws IllegalRequestException {
    if (percent.isZero()) {
      throw new IllegalRequestException(SIZE, "a percentage is more than 0");
    }
    if (version == ApiVersion.V3 && !upscaling && percent.exceeds(100)) {
      throw new IllegalRequestException(
          SIZE, "pct:n is at most 100; a larger image is asked for as ^pct:n");
    }
    return new Size.Percent(upscaling, percent);
  }

  private static Size sidesSize(boolean upscaling, boolean confined, String[] sides)
      throws IllegalRequestException {
    long[] n = new long[2];
    for (int i = 0; i < 2; i++) {
      if (!sides[i].isEmpty()) {
        n[i] = integer(SIZE, sides[i]);
        if (n[i] == 0) {
          throw new IllegalRequestException(SIZE, "width and height are at least 1");
        }
      } else if (confined) {
        throw new IllegalRequestException(SIZE, "!w,h names both width and height");
      }
    }
    if (confined) {
      return new Size.Confined(upscaling, n[0], n[1]);
    }
    if (sides[1].isEmpty()) {
      return new Size.Width(upscaling, n[0]);
    }
    return sides[0].isEmpty()
        ? new Size.Height(upscaling, n[1])
        : new Size.Exact(upscaling, n[0], n[1]);
  }

  private static String sizeForms(ApiVersion version) {
    return switch (version) {
      case V2 -> "it is full, max, w, or ,h or pct:n or w,h or !w,h";
      case V3 -> "it is max, w, or ,h or pct:n or w,h or !w,h, each also with ^ before it";
    };
  }

  private static Rotation rotation(String text) throws IllegalRequestException {
    boolean mirrored = text.startsWith("!");
    Optional<Decimal> degrees = Decimal.parse(mirrored ? text.substring(1) : text);
    if (degrees.isEmpty() || degrees.get().exceeds(360)) {
      throw new IllegalRequestException(
          "rotation", "it is a number of degrees from 0 to 360, with ! before it to mirror");
    }
    return new Rotation(mirrored, degrees.get());
  }

  private static Quality quality(String text) throws IllegalRequestException {
    return Quality.of(text)
        .orElseThrow(() ->
            new IllegalRequestException(
                "quality",
                "it is one of "
                    + Arrays.stream(Quality.values())
                        .map(Quality::parameter)
                        .collect(Collectors.joining(", "))));
  }

  private static Format format(String text) throws IllegalRequestException {
    return Format.of(text)
        .orElseThrow(() ->
            new IllegalRequestException(
                "format",
                "it is one of "
                    + Arrays.stream(Format.values())
                        .map(Format::extension)
                        .collect(Collectors.joining(", "))));
  }

  private static long integer(String parameter, String text) throws IllegalRequestException {
    long value = 0;
    // Without patterns, which take longer than all else about a tile's numbers.
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw notWhole(parameter);
      }
      value = Math.min(HUGE, 10 * value + digit - '0');
    }
    if (text.isEmpty()) {
      throw notWhole(parameter);
    }
    return value;
  }

  private static IllegalRequestException notWhole(String parameter) {
    return new IllegalRequestException(parameter, "pixels are whole numbers written in digits");
  }

  private static Decimal decimal(String parameter, String text) throws IllegalRequestException {
    return Decimal.parse(text)
        .orElseThrow(() ->
            new IllegalRequestException(
                parameter, "percentages are numbers written in digits and at most one point"));
  }
}
