package org.casaba.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.casaba.deployment.RawRequest;
import org.casaba.deployment.RawRequest.Answer;
import org.casaba.deployment.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and reduced sizes, asked of the built WAR. */
class MetaIdentifierIT {
  private static final Path TIFFS = Path.of("src/test/resources/org/casaba/codec/tiff");

  @TempDir static Path images;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws Exception {
    for (String name : new String[] {"pages.tif", "pyramid.tif", "orientation-6.tif"}) {
      Files.copy(TIFFS.resolve(name), images.resolve(name));
    }
    Files.copy(TIFFS.resolve("pages.tif"), images.resolve("pages.tif;2;1:2"));
    server = ServerProcess.standalone("--images=" + images);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer get(String path) throws Exception {
    return RawRequest.get(server.base(), "/iiif/3/" + path).send();
  }

  private static JsonNode information(String identifier) throws Exception {
    Answer answer = get(identifier + "/info.json");
    assertEquals(200, answer.status(), answer.text());
    return new ObjectMapper().readTree(answer.body());
  }

  private static BufferedImage picture(String path) throws Exception {
    Answer answer = get(path);
    assertEquals(200, answer.status(), answer.text());
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  @ParameterizedTest
  @CsvSource({
    "pyramid.tif;1:2, 195, 126",
    "pyramid.tif%3B1:3, 130, 84",
    "pyramid.tif;1;2:4, 195, 126",
    "pyramid.tif;1:1, 389, 251",
    "orientation-6.tif;1:2, 24, 34",
    "pyramid.tif;1:999999999, 1, 1"
  })
  void allThatAReducedImageAdvertisesIsServed(String identifier, int width, int height)
      throws Exception {
    JsonNode information = information(identifier);
    assertEquals(server.base() + "iiif/3/" + identifier, information.get("id").asText());
    assertEquals(width, information.get("width").asInt());
    assertEquals(height, information.get("height").asInt());
    for (JsonNode size : information.get("sizes")) {
      int w = size.get("width").asInt();
      BufferedImage picture =
          picture(identifier + "/full/" + w + "," + size.get("height") + "/0/default.png");
      assertEquals(w, picture.getWidth());
    }
    int tile = information.get("tiles").get(0).get("width").asInt();
    for (JsonNode factor : information.get("tiles").get(0).get("scaleFactors")) {
      int side = Math.min(width, tile * factor.asInt());
      int part = Math.ceilDiv(side, factor.asInt());
      String region = "0,0," + side + "," + Math.min(height, tile * factor.asInt());
      assertEquals(
          part, picture(identifier + "/" + region + "/" + part + ",/0/default.png").getWidth());
    }
    Answer max = get(identifier + "/full/max/0/default.png");
    assertArrayEquals(max.body(), get(identifier + "/full/max/0/color.png").body());
    assertTrue(
        max.header("Link")
            .orElseThrow()
            .startsWith("<" + server.base() + "iiif/3/" + identifier + "/full/max/0/default.png>"));
  }

  @Test
  void pagesAreDifferentPictures() throws Exception {
    Answer first = get("pages.tif/full/max/0/default.png");
    Answer second = get("pages.tif;2/full/max/0/default.png");
    assertArrayEquals(first.body(), get("pages.tif;1/full/max/0/default.png").body());
    assertEquals(200, second.status(), second.text());
    assertFalse(Arrays.equals(first.body(), second.body()));
    assertNotEquals(first.header("ETag"), second.header("ETag"));
    assertEquals(
        second.header("Link").orElseThrow().split(">")[0],
        "<" + server.base() + "iiif/3/pages.tif;2/full/max/0/default.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pages.tif;3",
        "pages.tif;0",
        "pages.tif;999999999",
        "pages.tif;99999999999",
        "pages.tif;1:0",
        "pages.tif;3:2",
        "pages.tif;1:2;2",
        "pyramid.tif;2",
        "pages.tif;2;01:2"
      })
  void whatIsNotThereIsNotFound(String identifier) throws Exception {
    assertEquals(404, get(identifier + "/info.json").status());
    assertEquals(404, get(identifier + "/full/max/0/default.png").status());
  }

  @Test
  void aNameThatEndsLikeThatIsAskedForWithItsPage() throws Exception {
    int half = information("pages.tif;2;1:2").get("width").asInt();
    int own = information("pages.tif;2;1:2;1").get("width").asInt();
    assertEquals(information("pages.tif").get("width").asInt(), own);
    assertNotEquals(own, half);
  }
}
