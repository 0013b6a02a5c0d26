package org.casaba.info;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Format;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.RequestParser;
import org.casaba.iiif.Scale;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ImageFacts.Coloring;
import org.casaba.plan.Limits;
import org.casaba.plan.PlanSettings;
import org.casaba.plan.PlanSettings.FullBeyondLimits;
import org.casaba.plan.PlanSettings.TooLarge;
import org.casaba.plan.Planner;
import org.casaba.plan.RenderPlan;
import org.casaba.plan.ResolutionLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImageInformationTest {

  private static ImageFacts pyramid(int width, int height, @Nullable Dimensions tile, int levels) {
    List<ResolutionLevel> list = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      Dimensions size = new Dimensions(Math.max(1, width >> i), Math.max(1, height >> i));
      list.add(new ResolutionLevel(size, tile));
    }
    return new ImageFacts("TIFF", Orientation.UPRIGHT, list, Coloring.COLOR, false);
  }

  @Test
  void aPyramidsOwnTilesAreAnnounced() {
    ImageInformation info =
        ImageInformation.of(pyramid(10007, 5003, new Dimensions(256, 256), 6), Limits.NONE, true);
    assertEquals(
        List.of(new TileSet(new Dimensions(256, 256), List.of(1, 2, 4, 8, 16, 32, 64))),
        info.tiles());
    assertEquals(new Dimensions(10007, 5003), info.sizes().getLast());
  }

  @Test
  void whatHasNoTilesIsOfferedInTilesOf512() {
    assertEquals(
        List.of(new TileSet(new Dimensions(512, 512), List.of(1, 2, 4))),
        ImageInformation.of(pyramid(1999, 1009, null, 1), Limits.NONE, true).tiles());
    assertEquals(
        List.of(new TileSet(new Dimensions(512, 512), List.of(1, 2, 4))),
        ImageInformation.of(pyramid(1999, 1009, new Dimensions(4096, 16), 1), Limits.NONE, true)
            .tiles());
  }

  @Test
  void everyAdvertisedSizeAndTileIsServedAtExactlyItsSize() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 150; i++) {
      Dimensions tile = random.nextBoolean() ? new Dimensions(256, 256) : null;
      ImageFacts facts =
          pyramid(
              1 + random.nextInt(i < 75 ? 3000 : 90_000),
              1 + random.nextInt(5000),
              tile,
              1 + random.nextInt(7));
      Scale scale = new Scale(1 + random.nextInt(3), 3 + random.nextInt(4));
      if (i % 3 == 0) {
        facts = facts.reduced(scale);
      }
      Limits limits = Limits.of(random.nextInt(3) * 150, 0, random.nextInt(3) * 20_000L);
      Planner planner =
          new Planner(new PlanSettings(limits, 2, FullBeyondLimits.REFUSE, TooLarge.REFUSE, false));
      ImageInformation info = ImageInformation.of(facts, limits, true);
      for (Dimensions size : info.sizes()) {
        for (ApiVersion version : ApiVersion.values()) {
          served(planner, facts, version, "full", size.width() + "," + size.height(), size);
          served(planner, facts, version, "full", size.width() + ",", size);
        }
      }
      for (TileSet set : info.tiles()) {
        for (int factor : set.scaleFactors()) {
          tiles(planner, facts, set.tile(), factor, random);
        }
      }
    }
  }

  /** The last tile of the last row, and one anywhere, as the specification computes them. */
  private static void tiles(
      Planner planner, ImageFacts facts, Dimensions tile, int factor, Random random)
      throws Exception {
    int columns = Math.ceilDiv(facts.size().width(), tile.width() * factor);
    int rows = Math.ceilDiv(facts.size().height(), tile.height() * factor);
    int[][] places = {{columns - 1, rows - 1}, {random.nextInt(columns), random.nextInt(rows)}};
    for (int[] place : places) {
      int x = place[0] * tile.width() * factor;
      int y = place[1] * tile.height() * factor;
      int w = Math.min(tile.width() * factor, facts.size().width() - x);
      int h = Math.min(tile.height() * factor, facts.size().height() - y);
      Dimensions size = new Dimensions(Math.ceilDiv(w, factor), Math.ceilDiv(h, factor));
      for (ApiVersion version : ApiVersion.values()) {
        served(
            planner,
            facts,
            version,
            x + "," + y + "," + w + "," + h,
            size.width() + "," + size.height(),
            size);
      }
    }
  }

  private static void served(
      Planner planner,
      ImageFacts facts,
      ApiVersion version,
      String region,
      String size,
      Dimensions expected)
      throws Exception {
    ImageRequest request =
        RequestParser.parse(
            version, new Identifier("x"), new ImageParameters(region, size, "0", "default.png"));
    RenderPlan plan =
        assertInstanceOf(RenderPlan.class, planner.plan(request, facts, planner.limits()));
    assertEquals(expected, plan.canvas(), region + "/" + size + " of " + facts.size());
  }

  @Test
  void versionThreeSaysWhatTheSpecificationDemands() throws Exception {
    JsonNode json =
        write(
            ApiVersion.V3,
            new InformationSettings(
                "http://rightsstatements.org/vocab/NoC-US/1.0/", List.of(Format.PNG, Format.JPG)),
            Limits.of(2000, 0, 3_000_000));
    assertEquals("http://iiif.io/api/image/3/context.json", json.get("@context").asText());
    assertEquals("https://example.org/iiif/3/a%2Fb", json.get("id").asText());
    assertEquals("ImageService3", json.get("type").asText());
    assertEquals("http://iiif.io/api/image", json.get("protocol").asText());
    assertEquals("level2", json.get("profile").asText());
    assertEquals(4001, json.get("width").asInt());
    assertEquals(3001, json.get("height").asInt());
    assertEquals(2000, json.get("maxWidth").asInt());
    assertEquals(2000, json.get("maxHeight").asInt());
    assertEquals(3_000_000, json.get("maxArea").asInt());
    assertEquals("[\"png\",\"jpg\"]", json.get("preferredFormats").toString());
    assertEquals("[\"gif\",\"tif\"]", json.get("extraFormats").toString());
    assertEquals("[\"color\",\"gray\",\"bitonal\"]", json.get("extraQualities").toString());
    assertTrue(json.get("extraFeatures").toString().contains("sizeUpscaling"));
    assertEquals("http://rightsstatements.org/vocab/NoC-US/1.0/", json.get("rights").asText());
    for (JsonNode size : json.get("sizes")) {
      assertTrue(size.get("width").asInt() <= 2000 && size.get("height").asInt() <= 2000);
    }
  }

  @Test
  void versionTwoSaysWhatTheSpecificationDemands() throws Exception {
    JsonNode json =
        write(ApiVersion.V2, new InformationSettings(null, List.of()), Limits.of(0, 0, 3_000_000));
    assertEquals("http://iiif.io/api/image/2/context.json", json.get("@context").asText());
    assertEquals("https://example.org/iiif/3/a%2Fb", json.get("@id").asText());
    assertFalse(json.has("id") || json.has("type") || json.has("license"));
    assertEquals("http://iiif.io/api/image/2/level2.json", json.get("profile").get(0).asText());
    JsonNode more = json.get("profile").get(1);
    assertEquals("[\"jpg\",\"png\",\"gif\",\"tif\"]", more.get("formats").toString());
    assertEquals("[\"default\",\"color\",\"gray\",\"bitonal\"]", more.get("qualities").toString());
    assertTrue(more.get("supports").toString().contains("sizeAboveFull"));
    assertEquals(3_000_000, more.get("maxArea").asInt());
    assertFalse(more.has("maxWidth"));
  }

  @Test
  void upscalingIsAnnouncedOnlyTogetherWithALimit() throws Exception {
    InformationSettings settings = new InformationSettings(null, List.of());
    assertFalse(
        write(ApiVersion.V3, settings, Limits.NONE)
            .get("extraFeatures")
            .toString()
            .contains("sizeUpscaling"));
  }

  @Test
  void extraKeysNeverSetLimits() throws Exception {
    ImageInformation info = ImageInformation.of(pyramid(4001, 3001, null, 1), Limits.NONE, true);
    Map<String, Object> extra =
        Map.of("maxWidth", 7, "maxHeight", 7, "maxArea", 7, "profile", List.of(), "more", 7);
    for (ApiVersion version : ApiVersion.values()) {
      String text =
          new InformationJson(new InformationSettings(null, List.of()))
              .write(version, "https://example.org/x", info, extra);
      assertFalse(text.contains("max"), text);
      assertEquals(7, new ObjectMapper().readTree(text).get("more").asInt());
      assertTrue(text.contains("level2"), text);
    }
  }

  private static JsonNode write(ApiVersion version, InformationSettings settings, Limits limits)
      throws Exception {
    ImageInformation info = ImageInformation.of(pyramid(4001, 3001, null, 1), limits, true);
    return new ObjectMapper()
        .readTree(
            new InformationJson(settings)
                .write(version, "https://example.org/iiif/3/a%2Fb", info, Map.of()));
  }
}
