package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code java -jar casaba.war} where it does not come to serving. */
final class CommandLineIT {

  @TempDir private Path folder;

  private record Outcome(int status, String out, String err) {}

  private Outcome run(ProcessBuilder command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = command.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "goes on serving");
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Outcome run(String... options) throws IOException, InterruptedException {
    return run(StandaloneCommand.DEFAULT.with(options));
  }

  private static void assertOneLine(String text) {
    assertEquals(1, text.lines().count(), text);
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    Outcome outcome = run("--help");
    assertEquals(0, outcome.status());
    assertEquals("", outcome.err());
    for (String option : List.of("--images", "--host", "--port", "--context-path", "--config")) {
      assertTrue(outcome.out().contains(option), option);
    }
  }

  @Test
  void versionIsOneLine() throws Exception {
    Outcome outcome = run("--version");
    assertEquals(0, outcome.status());
    assertTrue(outcome.out().startsWith("Casaba "), outcome.out());
    assertOneLine(outcome.out());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--nonsense, Unknown option --nonsense",
        "nonsense, Unknown option nonsense",
        "--port, --port needs a value",
        "--port=, --port needs a value",
        "--port=http, --port is a number",
        "--port=65536, --port is a number",
        "--port=-1, --port is a number",
        "--images=/no/such/folder, there is no folder /no/such/folder",
        "--images=pom.xml, there is no folder",
        "--config=/no/such/file, there is no file /no/such/file",
        "--config=src, there is no file",
        "--host=no-such-host.invalid, there is no address for no-such-host.invalid",
        "--context-path=x, --context-path begins with a slash",
        "--context-path=/x/, --context-path begins with a slash",
        "--context-path=/../x, --context-path begins with a slash",
        "--help=yes, --help takes no value"
      })
  void mistakeIsNamedInOneLine(String option, String expected) throws Exception {
    Outcome outcome = run(option);
    assertEquals(2, outcome.status());
    assertEquals("", outcome.out());
    assertOneLine(outcome.err());
    assertTrue(outcome.err().contains(expected), outcome.err());
  }

  @Test
  void portInUseIsNamedInOneLine() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome = run("--port", Integer.toString(other.getLocalPort()));
      assertEquals(1, outcome.status());
      assertOneLine(outcome.err());
      assertTrue(outcome.err().contains("port " + other.getLocalPort()), outcome.err());
    }
  }

  @Test
  void oldJavaGetsOneSentence() throws Exception {
    String home = System.getProperty("test.old_java_home", "");
    Path java = Path.of(home, "bin", "java");
    String version = System.getProperty("test.old_java_version", "25");
    assumeTrue(
        Integer.parseInt(version.replaceFirst("^1\\.", "").replaceFirst("\\..*", "")) < 25,
        "Maven runs on Java " + version + ", which is not too old for Casaba");
    Outcome outcome =
        run(new ProcessBuilder(java.toString(), "-jar", ServerProcess.WAR.toString()));
    assertEquals(1, outcome.status());
    assertEquals("", outcome.out());
    assertOneLine(outcome.err());
    assertTrue(outcome.err().contains("needs Java 25"), outcome.err());
  }
}
