package org.casaba.delegate.script;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.RequestParser;
import org.casaba.iiif.Scale;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.Planner;
import org.casaba.plan.ResolutionLevel;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands in {@code samples.txt}.
 *
 * @param address version, identifier, and what follows
 * @param caller IP address and headers
 * @param size of the image
 */
record SampleRequest(String address, String caller, Dimensions size) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "([23])/(.+?)(?:;([0-9]+))?(?:;([0-9]+):([0-9]+))?"
              + "/(?:info\\.json|([^/]+)/([^/]+)/([^/]+)/([^/?]+))(\\?.*)?");
  private static final Planner PLANNER =
      new Planner(
          new PlanSettings(
              Limits.NONE,
              10,
              PlanSettings.FullBeyondLimits.REFUSE,
              PlanSettings.TooLarge.REFUSE,
              false));

  /** Reads {@code [79508x3082] 3/x/info.json}. */
  static SampleRequest of(String text, String caller) {
    Matcher size = Pattern.compile("(?:\\[([0-9]+)x([0-9]+)] )?(.*)").matcher(text);
    if (!size.matches() || size.group(1) == null) {
      return new SampleRequest(text, caller, new Dimensions(1000, 800));
    }
    Dimensions dimensions =
        new Dimensions(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    return new SampleRequest(size.group(3), caller, dimensions);
  }

  RequestFacts facts() throws Exception {
    return new RequestFacts(
        parts().group(1).equals("2") ? ApiVersion.V2 : ApiVersion.V3,
        new MetaIdentifier(identifier(), Math.max(1, number(3)), scale()),
        picture(),
        who(),
        "https://images.example/iiif/" + address,
        "http://localhost:8080/iiif/" + address);
  }

  /** What is known once the image has been opened. */
  KnownImage known() throws Exception {
    ImageFacts facts =
        new ImageFacts(
            "TIFF",
            Orientation.UPRIGHT,
            List.of(new ResolutionLevel(size, new Dimensions(256, 256))),
            ImageFacts.Coloring.COLOR,
            false);
    ImageRequest picture = picture();
    return new KnownImage(
        size,
        1,
        picture == null ? null : PLANNER.resulting(picture, facts),
        () -> KnownImage.Embedded.NOTHING);
  }

  private @Nullable ImageRequest picture() throws Exception {
    Matcher parts = parts();
    return parts.group(6) == null
        ? null
        : RequestParser.parse(
            parts.group(1).equals("2") ? ApiVersion.V2 : ApiVersion.V3,
            identifier(),
            new ImageParameters(parts.group(6), parts.group(7), parts.group(8), parts.group(9)));
  }

  private Matcher parts() {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException(address);
    }
    return parts;
  }

  private Identifier identifier() {
    return new Identifier(URLDecoder.decode(parts().group(2), StandardCharsets.UTF_8));
  }

  private Scale scale() {
    return number(4) == 0 ? Scale.FULL : new Scale(number(4), number(5));
  }

  private int number(int group) {
    String text = parts().group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private RequestFacts.Caller who() {
    String ip = "192.0.2.1";
    Map<String, List<String>> headers = new TreeMap<>();
    for (String each : caller.isEmpty() ? List.<String>of() : List.of(caller.split(" & ", -1))) {
      int colon = each.indexOf(": ");
      if (colon < 0) {
        ip = each;
      } else {
        headers
            .computeIfAbsent(
                each.substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
            .add(each.substring(colon + 2).translateEscapes());
      }
    }
    return new RequestFacts.Caller(ip, headers);
  }
}
