package org.casaba.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Requests with what the rules are expected to make of them, from a folder of JSON files.
 *
 * @param folder whose files {@code *.json} are read anew each time; or a single file
 */
public record DryRunCases(Path folder) {

  /**
   * How a run went.
   *
   * @param count of the cases that were run
   * @param failures one sentence each; empty if all went as expected
   */
  public record Result(int count, List<String> failures) {

    /** {@code 3 cases, 1 difference}. */
    public String summary() {
      return counted(count, "case") + ", " + counted(failures.size(), "difference");
    }

    static String counted(int count, String noun) {
      return count + " " + noun + (count == 1 ? "" : "s");
    }
  }

  /** Runs all cases; what cannot be read is a failure. */
  public Result run(DryRun dryRun) {
    List<String> failures = new ArrayList<>();
    int count = 0;
    for (Path file : files(failures)) {
      try {
        for (DryRunCase each : DryRunCase.read(file)) {
          count++;
          failures.addAll(each.failures(dryRun.of(each.request())));
        }
      } catch (IOException e) {
        failures.add(file.getFileName() + ": it cannot be read: " + e.getMessage());
      } catch (IllegalArgumentException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    return new Result(count, failures);
  }

  private List<Path> files(List<String> failures) {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> files = found.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      if (files.isEmpty()) {
        failures.add("there are no cases (*.json) in " + folder);
      }
      return files;
    } catch (IOException e) {
      failures.add("the folder of cases cannot be read: " + folder);
      return List.of();
    }
  }
}
