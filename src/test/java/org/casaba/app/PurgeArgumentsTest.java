package org.casaba.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line of {@code purge} may say. */
final class PurgeArgumentsTest {
  private static final List<URI> OWN = List.of(URI.create("http://127.0.0.1:8182"));

  @TempDir private Path folder;

  private static String refused(String... arguments) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> PurgeArguments.parse(arguments))
            .getMessage());
  }

  @Test
  void oneThingIsPurgedOnThisMachine() {
    assertEquals(new PurgeArguments("all", null, OWN, null), PurgeArguments.parse("--all"));
    assertEquals(new PurgeArguments("expired", null, OWN, null), PurgeArguments.parse("--expired"));
    assertEquals(
        new PurgeArguments("image", "--a=b/ü.tif", OWN, null),
        PurgeArguments.parse("--image", "--a=b/ü.tif"));
    assertEquals(
        new PurgeArguments("information", "a=b", OWN, null),
        PurgeArguments.parse("--information=a=b"));
  }

  @Test
  void severalServersAreAsked() throws Exception {
    Path config = Files.createFile(folder.resolve("casaba.properties"));
    List<URI> urls =
        List.of(URI.create("http://one:8080/images"), URI.create("https://[2001:db8::1]"));
    assertEquals(
        new PurgeArguments("all", null, urls, config),
        PurgeArguments.parse(
            "--url=http://one:8080/images/",
            "--all",
            "--url",
            "https://[2001:db8::1]//",
            "--config=" + config));
  }

  @Test
  void mistakesAreNamed() {
    assertEquals("--all, --image, --information or --expired says what to purge", refused());
    assertEquals(
        "One of --all, --image, --information and --expired is given, not --all and --image",
        refused("--all", "--image", "x"));
    assertEquals("--image needs a value", refused("--image"));
    assertEquals("--image names an image", refused("--image="));
    assertEquals("--all takes no value", refused("--all=yes"));
    assertEquals("Unknown option --al", refused("--al"));
    assertEquals("Unknown option x", refused("x"));
    assertEquals("--config: there is no file /no/such", refused("--all", "--config=/no/such"));
    assertEquals(
        "--image cannot be read in this locale; set LC_ALL=C.UTF-8", refused("--image=\uFFFD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "localhost:8182",
        "ftp://example.org",
        "http://",
        "http://ex ample.org",
        "http://anna:secret@example.org",
        "https://example.org/?secret",
        "https://example.org/#secret"
      })
  void anAddressIsThatOfAServerAndIsNotShown(String url) {
    assertFalse(refused("--all", "--url", url).contains("secret"));
  }
}
