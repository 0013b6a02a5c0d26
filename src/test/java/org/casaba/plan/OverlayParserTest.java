package org.casaba.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OverlayParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#fff | ffffffff",
        "#1a2b3c | ff1a2b3c",
        "#1A2B3C80 | 801a2b3c",
        "#1238 | 88112233",
        "rgb(1, 2, 3) | ff010203",
        "rgba(0, 0, 0, 100) | 64000000",
        "rgba(255,255,255,0.5) | 80ffffff",
        "rgba(255,255,255,.5) | 80ffffff",
        "rgba(255,255,255,50%) | 80ffffff",
        "rgba(9,8,7,1) | ff090807",
        "rgba(9,8,7,0) | 00090807",
        "White | ffffffff",
        "transparent | 00000000",
        "orange | ffffa500"
      })
  void colourIsReadAsInCss(String text, String argb) throws IllegalOverlayException {
    assertEquals(argb, String.format("%08x", OverlayParser.color(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "#12",
        "#12345",
        "fff",
        "rgb(256,0,0)",
        "rgba(0,0,0,256)",
        "rgb(1,2)",
        "rgba(0,0,0,1.5)",
        "rgba(0,0,0,101%)",
        "rgb(-1,0,0)",
        "whitish",
        "rgb(1,2,3",
        "#ggg"
      })
  void whatIsNoColourIsRefused(String text) {
    assertThrows(IllegalOverlayException.class, () -> OverlayParser.color(text));
  }

  @ParameterizedTest
  @CsvSource({
    "top left, TOP_LEFT",
    "left top, TOP_LEFT",
    "Bottom Right, BOTTOM_RIGHT",
    "bottom-center, BOTTOM_CENTER",
    "center left, LEFT_CENTER",
    "center, CENTER",
    "repeat, REPEAT",
    "scaled, SCALED",
    "RIGHT_CENTER, RIGHT_CENTER"
  })
  void positionIsReadInEitherOrder(String text, Overlay.Position position)
      throws IllegalOverlayException {
    assertEquals(position, OverlayParser.position(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "middle", "top", "top bottom", "left", "top left center"})
  void whatIsNoPositionIsRefused(String text) {
    assertThrows(IllegalOverlayException.class, () -> OverlayParser.position(text));
  }

  @Test
  void textTakesWhatIsMissingFromTheDefaults() throws IllegalOverlayException {
    assertEquals(
        new Overlay.Text("hello", Overlay.Lettering.DEFAULT, Overlay.Placement.DEFAULT),
        OverlayParser.parse(Map.of("string", "hello")));
  }

  @Test
  void allKeysOfATextAreRead() throws IllegalOverlayException {
    Map<String, Object> values = new HashMap<>(Map.of("string", "a\nb", "font", "Serif"));
    values.putAll(Map.of("font_size", 30, "font_min_size", 20.5, "font_weight", "2"));
    values.putAll(Map.of("glyph_spacing", -0.1, "color", "red", "background_color", "#0000"));
    values.putAll(Map.of("stroke_color", "blue", "stroke_width", 3, "position", "top left"));
    values.putAll(Map.of("inset", "7", "min_width", 100, "min_height", 90L));
    assertEquals(
        new Overlay.Text(
            "a\nb",
            new Overlay.Lettering("Serif", 30, 20.5, 2, -0.1, 0xffff0000, 0, 0xff0000ff, 3),
            new Overlay.Placement(Overlay.Position.TOP_LEFT, 7, 100, 90)),
        OverlayParser.parse(values));
  }

  @Test
  void imageHasAPlaceOnly() throws IllegalOverlayException {
    assertEquals(
        new Overlay.Image("logo.png", new Overlay.Placement(Overlay.Position.REPEAT, 0, 0, 0)),
        OverlayParser.parse(Map.of("image", "logo.png", "position", "repeat", "inset", 0)));
  }

  @Test
  void smallFontsNeedNoLeastSize() throws IllegalOverlayException {
    Overlay.Visible overlay = OverlayParser.parse(Map.of("string", "x", "font_size", 10));
    assertTrue(overlay instanceof Overlay.Text text && text.lettering().minSize() == 10);
  }

  @ParameterizedTest
  @CsvSource({
    "string, ''",
    "strong, x",
    "color, 7up",
    "inset, -1",
    "inset, 1.5",
    "inset, 1e99",
    "font_size, NaN",
    "font_size, 5000",
    "font_min_size, 40",
    "stroke_width, Infinity",
    "position, there",
    "image, x.png"
  })
  void whatCannotBeIsRefusedByName(String key, String value) {
    Map<String, Object> values = new HashMap<>(Map.of("string", "x"));
    values.put(key, value);
    assertThrows(IllegalOverlayException.class, () -> OverlayParser.parse(values));
  }

  @Test
  void listsAndTruthsAreNoValues() {
    assertThrows(
        IllegalOverlayException.class,
        () -> OverlayParser.parse(Map.of("string", java.util.List.of("x"))));
    assertThrows(
        IllegalOverlayException.class,
        () -> OverlayParser.parse(Map.of("string", "x", "inset", true)));
    assertThrows(IllegalOverlayException.class, () -> OverlayParser.parse(Map.of()));
  }

  @Test
  void endlessTextIsRefused() {
    assertThrows(
        IllegalOverlayException.class,
        () -> OverlayParser.parse(Map.of("string", "x".repeat(100_000))));
  }
}
