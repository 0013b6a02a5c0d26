package org.casaba.info;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casaba.geometry.Dimensions;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Format;
import org.casaba.iiif.Quality;
import org.casaba.plan.Limits;

/** Writes info.json of either version from the one model (Image API 2.1.1 and 3.0, section 5). */
public final class InformationJson {
  private static final String PROTOCOL = "http://iiif.io/api/image";

  /** What limits an image is enforced, and said by nobody else. */
  private static final Set<String> LIMITING = Set.of("maxWidth", "maxHeight", "maxArea");

  /** What a delegate may say otherwise. */
  private static final Set<String> GENERAL = Set.of("license", "rights", "preferredFormats");

  /** With buffers of its own: in threads of the container they would outlive the application. */
  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder().recyclerPool(JsonRecyclerPools.newConcurrentDequePool()).build());

  private final InformationSettings settings;

  public InformationJson(InformationSettings settings) {
    this.settings = settings;
  }

  /**
   * The document as UTF-8 text.
   *
   * @param id absolute URI of the image at this version, as clients write it
   * @param extraKeys what is said beside, by key: plain values of JSON. They replace what is said
   *     of all images, never what describes this one
   */
  public String write(
      ApiVersion version, String id, ImageInformation information, Map<String, Object> extraKeys) {
    ObjectNode document =
        switch (version) {
          case V2 -> version2(id, information);
          case V3 -> version3(id, information);
        };
    extraKeys.forEach((key, value) -> {
      if (GENERAL.contains(key) || !(LIMITING.contains(key) || document.has(key))) {
        document.set(key, json.valueToTree(value));
      }
    });
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private ObjectNode version2(String id, ImageInformation info) {
    ObjectNode document = json.createObjectNode();
    document.put("@context", ApiVersion.V2.context());
    document.put("@id", id);
    document.put("protocol", PROTOCOL);
    putPictures(document, info);
    ArrayNode profile = document.putArray("profile");
    profile.add(ApiVersion.V2.profile());
    ObjectNode more = profile.addObject();
    Arrays.stream(Format.values()).map(Format::extension).forEach(more.putArray("formats")::add);
    ArrayNode qualities = more.putArray("qualities").add(Quality.DEFAULT.parameter());
    info.qualities().stream().map(Quality::parameter).forEach(qualities::add);
    features(info, "sizeAboveFull").forEach(more.putArray("supports")::add);
    putLimits(more, info.limits());
    settings.rights().ifPresent(r -> document.put("license", r));
    return document;
  }

  private ObjectNode version3(String id, ImageInformation info) {
    ObjectNode document = json.createObjectNode();
    document.put("@context", ApiVersion.V3.context());
    document.put("id", id);
    document.put("type", "ImageService3");
    document.put("protocol", PROTOCOL);
    document.put("profile", "level2");
    putPictures(document, info);
    putLimits(document, info.limits());
    if (!settings.preferredFormats().isEmpty()) {
      ArrayNode preferred = document.putArray("preferredFormats");
      settings.preferredFormats().stream().map(Format::extension).forEach(preferred::add);
    }
    settings.rights().ifPresent(r -> document.put("rights", r));
    ArrayNode qualities = document.putArray("extraQualities");
    info.qualities().stream().map(Quality::parameter).forEach(qualities::add);
    ArrayNode formats = document.putArray("extraFormats");
    Arrays.stream(Format.values())
        .filter(f -> f != Format.JPG && f != Format.PNG)
        .map(Format::extension)
        .forEach(formats::add);
    features(info, "sizeUpscaling").forEach(document.putArray("extraFeatures")::add);
    return document;
  }

  /** Size, sizes and tiles, which both versions write alike. */
  private static void putPictures(ObjectNode document, ImageInformation info) {
    document.put("width", info.size().width());
    document.put("height", info.size().height());
    if (!info.sizes().isEmpty()) {
      ArrayNode sizes = document.putArray("sizes");
      for (Dimensions d : info.sizes()) {
        sizes.addObject().put("width", d.width()).put("height", d.height());
      }
    }
    ArrayNode tiles = document.putArray("tiles");
    for (TileSet set : info.tiles()) {
      ObjectNode tile = tiles.addObject().put("width", set.tile().width());
      tile.put("height", set.tile().height());
      set.scaleFactors().forEach(tile.putArray("scaleFactors")::add);
    }
  }

  private static void putLimits(ObjectNode document, Limits limits) {
    if (limits.maxWidth() != Limits.NO_LIMIT) {
      document.put("maxWidth", limits.maxWidth());
      if (limits.maxHeight() != Limits.NO_LIMIT) {
        document.put("maxHeight", limits.maxHeight());
      }
    }
    if (limits.maxArea() != Long.MAX_VALUE) {
      document.put("maxArea", limits.maxArea());
    }
  }

  /**
   * What is offered beyond level 2, in the registry's names. Upscaling is announced only together
   * with a limit, which version 3 demands (section 5.7).
   */
  private static List<String> features(ImageInformation info, String upscaling) {
    List<String> features =
        new ArrayList<>(
            List.of(
                "canonicalLinkHeader",
                "mirroring",
                "profileLinkHeader",
                "regionSquare",
                "rotationArbitrary"));
    if (info.upscaling() && !info.limits().equals(Limits.NONE)) {
      features.add(upscaling);
    }
    return features;
  }
}
