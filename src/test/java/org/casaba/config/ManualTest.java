package org.casaba.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code conf/casaba.properties}, the manual of settings, and the code to each other. */
final class ManualTest {
  private static final Path MANUAL = Path.of("conf/casaba.properties");

  static Stream<Key<?>> keys() {
    return Keys.ALL.stream();
  }

  /** The comment block above each line that sets a key. */
  private static Map<String, List<String>> comments() throws IOException {
    Map<String, List<String>> comments = new LinkedHashMap<>();
    List<String> block = new ArrayList<>();
    for (String line : Files.readAllLines(MANUAL)) {
      if (line.startsWith("# ")) {
        block.add(line.substring(2));
      } else {
        if (line.contains("=")) {
          comments.put(line.substring(0, line.indexOf('=')).strip(), List.copyOf(block));
        }
        block.clear();
      }
    }
    return comments;
  }

  private static String said(Key<?> key, String label) throws IOException {
    List<String> lines =
        comments().get(key.name()).stream().filter(line -> line.startsWith(label)).toList();
    assertEquals(1, lines.size(), () -> key.name() + " wants one line " + label);
    return lines.getFirst().substring(label.length()).strip();
  }

  @Test
  void namesEveryKeyOnceAndNoOther() throws IOException {
    List<Mistake> mistakes = new ArrayList<>();
    Set<String> written = PropertiesText.read(MANUAL, mistakes).keySet();
    assertEquals(List.of(), mistakes);
    assertEquals(keys().map(Key::name).collect(Collectors.toSet()), written);
    assertEquals(written, comments().keySet());
  }

  @Test
  void isPackedAsTheDefaults() throws IOException {
    assertEquals(
        texts(PropertiesText.read(MANUAL, new ArrayList<>())), texts(SettingsLoader.defaults()));
  }

  private static Map<String, String> texts(Map<String, Written> written) {
    return written.values().stream().collect(Collectors.toMap(Written::key, Written::text));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void saysWhatEachKeyDoes(Key<?> key) throws IOException {
    String first = comments().get(key.name()).getFirst();
    assertTrue(first.length() > 20 && !first.startsWith("Allowed:"), first);
    assertFalse(said(key, "Allowed:").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void saysTheDefaultThatIsInForce(Key<?> key) throws IOException {
    String text = SettingsLoader.defaults().get(key.name()).text();
    assertEquals(text.isEmpty() ? "(empty)" : text, said(key, "Default:"));
    assertDoesNotThrow(() -> key.parser().parse(text));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void givesAnExampleThatIsAllowed(Key<?> key) throws IOException {
    String[] example = said(key, "Example:").split(" = ", 2);
    assertEquals(key.name(), example[0]);
    assertDoesNotThrow(() -> key.parser().parse(example[1]));
  }

  @Test
  void everyKeyHasItsOwnVariable() {
    assertEquals(Keys.ALL.size(), new HashSet<>(keys().map(Key::variable).toList()).size());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void noKeyIsTakenForSomebodyElsesVariable(Key<?> key) {
    assertTrue(
        Overrides.variables(Map.of(key.variable(), "x"), new ArrayList<>())
            .containsKey(key.name()));
  }
}
