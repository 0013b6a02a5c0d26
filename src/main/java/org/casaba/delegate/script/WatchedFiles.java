package org.casaba.delegate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that decide what is in force: the script, and the cases that it must pass.
 *
 * @param cases folder of cases; null for none
 */
record WatchedFiles(ScriptFile script, @Nullable Path cases) {
  private static final String CASE = ".json";

  /**
   * How they look from outside; equal for two looks at unchanged files.
   *
   * @param script nothing if it is not there
   * @param cases by name
   */
  record Look(Optional<ScriptFile.Look> script, Map<String, ScriptFile.Look> cases) {}

  Look look() {
    return new Look(script.look(), looksOfCases());
  }

  private Map<String, ScriptFile.Look> looksOfCases() {
    Map<String, ScriptFile.Look> looks = new TreeMap<>();
    for (Path file : files()) {
      new ScriptFile(file).look().ifPresent(look -> looks.put(file.toString(), look));
    }
    return looks;
  }

  private List<Path> files() {
    if (cases == null) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(cases)) {
      return found.filter(file -> file.toString().endsWith(CASE)).toList();
    } catch (IOException e) {
      // Nothing is there now. Whoever runs the cases says so.
      return List.of();
    }
  }
}
