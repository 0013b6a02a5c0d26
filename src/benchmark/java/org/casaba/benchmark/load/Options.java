package org.casaba.benchmark.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the command line says.
 *
 * @param war the built WAR
 * @param work folder for whatever is left behind
 * @param images folder of the pictures
 * @param kinds names of the kinds of requests; empty for all
 * @param measured how long each server is measured for each kind and number of connections
 * @param warmUp how long each is asked before
 */
record Options(
    Path war, Path work, Path images, List<String> kinds, Duration measured, Duration warmUp) {

  /** Reads the system properties {@code benchmark.*}. */
  static Options read() {
    return new Options(
        Path.of(System.getProperty("benchmark.war", "target/casaba.war")).toAbsolutePath(),
        Path.of(System.getProperty("benchmark.work", "target/benchmark")).toAbsolutePath(),
        Path.of(System.getProperty("benchmark.images", "benchmark-images")).toAbsolutePath(),
        List.of(System.getProperty("benchmark.kinds", "").split(",")).stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList(),
        seconds("benchmark.seconds", 6),
        seconds("benchmark.warmup", 10));
  }

  private static Duration seconds(String property, int standard) {
    return Duration.ofSeconds(Integer.getInteger(property, standard));
  }

  /** Those that are asked for, as far as there are pictures for them. */
  List<Kind> chosen(List<Kind> all) {
    List<String> names = all.stream().map(Kind::name).toList();
    for (String name : kinds) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(name + " is none of " + String.join(", ", names));
      }
    }
    return all.stream()
        .filter(kind -> kinds.isEmpty() || kinds.contains(kind.name()))
        .filter(this::isPossible)
        .toList();
  }

  private boolean isPossible(Kind kind) {
    boolean there = Files.exists(images.resolve(kind.picture().file()));
    if (!there) {
      System.out.printf(
          "No %s: there is no %s in %s; src/benchmark/make-images.sh makes it%n",
          kind.name(), kind.picture().file(), images);
    }
    return there;
  }
}
