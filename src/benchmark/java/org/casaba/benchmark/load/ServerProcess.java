package org.casaba.benchmark.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running server's process, and what the system has counted for it. */
final class ServerProcess implements Closeable {
  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param log where its output goes
   */
  static ServerProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    // However the benchmark ends.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return new ServerProcess(process, log);
  }

  /** The program that this runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Waits until it answers.
   *
   * @param isWell asked again and again; may fail until the server is up
   */
  void await(Check isWell) throws IOException, InterruptedException {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      try {
        if (isWell.holds()) {
          return;
        }
      } catch (IOException _) {
        // Not listening yet.
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new IOException("a server does not start; see " + log);
  }

  /** Something that can be tried. */
  interface Check {
    boolean holds() throws IOException;
  }

  /** Processor time of all its threads, those that have ended too. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** The most memory that was resident, in KB, since {@link #forgetPeak}; 0 if it is not known. */
  long peak() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  /** Lets the system find the peak anew, if it can. */
  void forgetPeak() throws IOException {
    Path file = Path.of("/proc", Long.toString(process.pid()), "clear_refs");
    if (Files.isWritable(file)) {
      Files.writeString(file, "5");
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
