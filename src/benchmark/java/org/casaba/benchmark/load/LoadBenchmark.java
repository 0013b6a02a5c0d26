package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares Casaba with iipsrv, where that is installed, and with Tomcat that serves the same bytes
 * from files. Writes benchmark.md beside its work folder; and benchmark-kept.md, where Casaba's
 * pictures come from its memory and from its disk.
 */
final class LoadBenchmark {
  private LoadBenchmark() {}

  /** Takes its options from system properties. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.read();
    List<Kind> kinds =
        options.chosen(Stream.concat(Kinds.all().stream(), Kinds.kept().stream()).toList());
    if (kinds.isEmpty()) {
      System.out.println("There is nothing to measure.");
      return;
    }
    List<String> kept = Kinds.kept().stream().map(Kind::name).toList();
    Map<Boolean, List<Kind>> parts =
        kinds.stream().collect(Collectors.partitioningBy(kind -> kept.contains(kind.name())));
    run(options, parts.getOrDefault(false, List.of()), LoadBenchmark::start, "benchmark.md");
    run(options, parts.getOrDefault(true, List.of()), LoadBenchmark::keep, "benchmark-kept.md");
  }

  /** Starts servers, and adds them as they come, so that they can be closed whatever happens. */
  @FunctionalInterface
  private interface Starter {
    void start(List<Server> servers, Options options, Path copies)
        throws IOException, InterruptedException;
  }

  private static void run(Options options, List<Kind> kinds, Starter starter, String report)
      throws IOException, InterruptedException {
    if (kinds.isEmpty()) {
      return;
    }
    Path copies = Files.createDirectories(options.work().resolve("copies"));
    List<Server> servers = new ArrayList<>();
    try {
      starter.start(servers, options, copies);
      new Trials(servers, options, copies).run(kinds, options.work().resolveSibling(report));
    } finally {
      servers.forEach(Server::close);
    }
  }

  /** Casaba that keeps pictures: all in memory, and most of them on disk alone. */
  private static void keep(List<Server> servers, Options options, Path copies)
      throws IOException, InterruptedException {
    Servers starter = new Servers(options.work());
    for (String tier : List.of("heap", "disk")) {
      Path folder = options.work().resolve("kept-" + tier);
      String settings = "cache.derivative.directory = " + folder + "\n";
      String small = tier.equals("disk") ? "cache.derivative.heap = 1M\n" : "";
      servers.add(starter.casaba(options.war(), tier, root(options) + settings + small));
    }
    servers.add(starter.files(copies));
  }

  private static String root(Options options) {
    return "source.filesystem.root = " + options.images() + "\n";
  }

  private static void start(List<Server> servers, Options options, Path copies)
      throws IOException, InterruptedException {
    Servers starter = new Servers(options.work());
    String settings = root(options) + Servers.NOTHING_KEPT;
    servers.add(starter.casaba(options.war(), "Casaba", settings));
    if (IipServer.isInstalled()) {
      servers.add(IipServer.start(options.images(), options.work(), Contest.CONNECTIONS));
    } else {
      System.out.println("iipsrv is not installed (Debian: iipimage-server)");
    }
    servers.add(starter.files(copies));
  }
}
