package org.casaba.delegate.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.Quality;
import org.casaba.iiif.Region;
import org.casaba.iiif.Rotation;
import org.casaba.iiif.Scale;
import org.casaba.iiif.Size;

/** Requests and images for rules to decide on. */
final class Requests {
  private static final Identifier IDENTIFIER = new Identifier("maps/a.tif");
  private static final String ADDRESS = "https://iiif.example/iiif/3/maps%2Fa.tif/";

  private Requests() {}

  static RequestFacts image(String... headers) {
    ImageRequest request =
        new ImageRequest(
            ApiVersion.V3,
            IDENTIFIER,
            new Region.Full(),
            new Size.Max(false),
            Rotation.NONE,
            Quality.DEFAULT,
            Format.JPG);
    return facts(request, Scale.FULL, headers);
  }

  static RequestFacts image(ImageRequest request) {
    return facts(request, Scale.FULL);
  }

  static RequestFacts named(String identifier) {
    RequestFacts image = image();
    return new RequestFacts(
        ApiVersion.V3,
        new MetaIdentifier(new Identifier(identifier), 1, Scale.FULL),
        image.parameters(),
        image.caller(),
        ADDRESS,
        ADDRESS);
  }

  static RequestFacts scaled(Scale scale) {
    RequestFacts image = image();
    return facts(image.parameters(), scale);
  }

  static RequestFacts information(ApiVersion version, String... headers) {
    RequestFacts image = image(headers);
    return new RequestFacts(
        version, image.image(), null, image.caller(), ADDRESS + "info.json", "http://l/info.json");
  }

  private static RequestFacts facts(ImageRequest request, Scale scale, String... headers) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      byName.put(headers[i], List.of(headers[i + 1]));
    }
    return new RequestFacts(
        ApiVersion.V3,
        new MetaIdentifier(IDENTIFIER, 1, scale),
        request,
        new RequestFacts.Caller("192.0.2.7", byName),
        ADDRESS + request.parameters(),
        "http://localhost:8080/iiif/3/maps%2Fa.tif/" + request.parameters());
  }

  static KnownImage known() {
    return new KnownImage(
        new Dimensions(6000, 4000),
        3,
        new Dimensions(6000, 4000),
        () ->
            new KnownImage.Embedded(
                Map.of("IFD0", Map.of("Artist", "N. N.")),
                Map.of("City", "Port Colophon"),
                "<x:xmpmeta/>",
                Map.of()));
  }
}
