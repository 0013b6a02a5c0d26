package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code java -jar casaba.war} leaves behind, and what it finds again. */
final class StartAndStopIT {
  /** 128 + SIGTERM. */
  private static final int TERMINATED = 143;

  @TempDir private Path folder;

  @Test
  void signalStopsItAndLeavesNothingBehind() throws IOException {
    try (ServerProcess server = standalone(ServerProcess.WAR)) {
      assertEquals(TERMINATED, server.stop());
    }
    assertEquals(Set.of(), names(folder.resolve("tmp")));
  }

  @Test
  void processesShareTheUnpackedArchive() throws IOException {
    try (ServerProcess one = standalone(ServerProcess.WAR);
        ServerProcess other = standalone(ServerProcess.WAR)) {
      assertEquals(200, one.get("health").status());
      assertEquals(200, other.get("health").status());
      assertEquals(1, unpacked().size());
    }
  }

  @Test
  void changedArchiveIsUnpackedAnewAndReplacesWhatNobodyUses() throws IOException {
    standalone(ServerProcess.WAR).close();
    Set<String> before = unpacked();
    Path changed = Files.copy(ServerProcess.WAR, folder.resolve("changed.war"));
    try (FileSystem archive = FileSystems.newFileSystem(changed)) {
      Files.writeString(archive.getPath("changed.txt"), "changed");
    }
    try (ServerProcess server = standalone(changed)) {
      assertEquals("changed", server.get("changed.txt").text());
      assertEquals(1, unpacked().size());
      assertNotEquals(before, unpacked());
    }
  }

  @Test
  void changedArchiveLeavesARunningServerItsFiles() throws IOException {
    Path changed = Files.copy(ServerProcess.WAR, folder.resolve("changed.war"));
    try (FileSystem archive = FileSystems.newFileSystem(changed)) {
      Files.writeString(archive.getPath("changed.txt"), "changed");
    }
    try (ServerProcess old = standalone(ServerProcess.WAR)) {
      old.collectGarbage();
      try (ServerProcess next = standalone(changed)) {
        assertEquals(200, next.get("health").status());
        assertEquals(2, unpacked().size());
      }
    }
  }

  @Test
  void lostFileIsPutBack() throws IOException {
    standalone(ServerProcess.WAR).close();
    Path root = folder.resolve("cache/casaba").resolve(unpacked().iterator().next());
    Files.delete(root.resolve("WEB-INF/web.xml"));
    try (ServerProcess server = standalone(ServerProcess.WAR)) {
      assertEquals(200, server.get("health").status());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 700, 1000, 1300, 1600, 2000, 2500})
  void signalWhileItStartsIsNothingToTalkAbout(int milliseconds) throws Exception {
    Path script = Path.of("delegates/forbidden-quarter.js").toAbsolutePath();
    Path settings = Files.writeString(folder.resolve("p"), "delegate.script = " + script);
    Path printed = folder.resolve("printed");
    Process process =
        StandaloneCommand.DEFAULT
            .with("--config=" + settings, "--port=" + ServerProcess.freePort())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    Thread.sleep(milliseconds);
    process.destroy();
    assertEquals(TERMINATED, process.waitFor());
    String text = Files.readString(printed);
    assertFalse(text.contains("Exception") || text.contains("\tat "), text);
  }

  private ServerProcess standalone(Path war) throws IOException {
    return new StandaloneCommand(war, folder).start();
  }

  private Set<String> unpacked() throws IOException {
    Path cache = folder.resolve("cache/casaba");
    return names(cache).stream()
        .filter(name -> Files.isDirectory(cache.resolve(name).resolve("WEB-INF")))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
