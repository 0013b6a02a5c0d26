package org.casaba.launch.tomcat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for this process alone, which Tomcat calls its base. */
record WorkFolder(Path path) {

  static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory("casaba"));
  }

  /** As far as it goes: what is left lies in the temporary folder. */
  void delete() throws IOException {
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> inside = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inside) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
