package org.casaba.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server in a process of its own on a loopback port, ready to answer: the built WAR started by
 * itself ({@link #standalone}) or in an unpacked Tomcat ({@link TomcatInstallation#start}). What it
 * prints goes to a file in {@code target/servers}. It ends with {@link #close} or, at the latest,
 * with the JVM that started it.
 */
public final class ServerProcess implements AutoCloseable {
  static final String ORIGIN = "http://127.0.0.1:";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Four lines on a library's use of Unsafe, which only a flag of the command line silences. */
  private static final String OF_THE_JDK =
      "WARNING: (.*sun\\.misc\\.Unsafe.*|Please consider reporting this to the maintainers.*)";

  /** The file that the build makes. */
  public static final Path WAR = Path.of("target/casaba.war").toAbsolutePath();

  private final Process process;
  private final Path log;
  private final URI base;
  private final Thread reaper;

  private ServerProcess(Process process, Path log, URI base) {
    this.process = process;
    this.log = log;
    this.base = base;
    this.reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts {@code java -jar casaba.war} on a free port.
   *
   * @param options what else the command line says, in the manner {@code --images=DIR}
   */
  public static ServerProcess standalone(String... options) throws IOException {
    return StandaloneCommand.DEFAULT.start(options);
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param base the address that it is going to have, ending with a slash
   * @throws IllegalStateException if it ends before, or takes too long; the message holds its log
   */
  static ServerProcess start(ProcessBuilder command, URI base) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/servers"));
    Path log = Files.createTempFile(folder, "server-", ".log");
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ServerProcess server = new ServerProcess(process, log, base);
    try {
      server.awaitAnswer();
      return server;
    } catch (IllegalStateException e) {
      server.close();
      throw e;
    }
  }

  /** A port that was free a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(deadline)) {
      try {
        RawRequest.get(base, base.getPath()).send();
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IllegalStateException(
        (process.isAlive() ? "No answer from " + base : "The server has ended") + "\n" + log());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of the web application, ending with a slash. */
  public URI base() {
    return base;
  }

  /** Asks for what lies below {@link #base}, in exactly this spelling. */
  public RawRequest.Answer get(String below, String... headers) throws IOException {
    return RawRequest.get(base, base.getPath() + below).with(headers).send();
  }

  /** What the server has printed so far, to standard output and standard error. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Warnings and errors in the log, one a line; empty if there are none. */
  public String complaints() {
    return log()
        .lines()
        .filter(line -> line.matches(".*\\b(WARNING|SEVERE|Exception|Error)\\b.*"))
        .filter(line -> !line.matches(OF_THE_JDK))
        .collect(Collectors.joining("\n"));
  }

  /** Has the server's JVM let go of all that nothing refers to. */
  void collectGarbage() throws IOException {
    jcmd("GC.run");
  }

  /** How many objects of a class are alive after a full collection. */
  int alive(String className) throws IOException {
    for (String line : jcmd("GC.class_histogram").lines().toList()) {
      String[] columns = line.strip().split("\\s+");
      if (columns.length >= 4 && columns[3].equals(className)) {
        return Integer.parseInt(columns[1]);
      }
    }
    return 0;
  }

  /** The most memory that the process has had at a time; empty where the system does not say. */
  OptionalLong peakMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst();
    }
  }

  /** The names of the process' threads, and what they are at. */
  String threads() throws IOException {
    return jcmd("Thread.print");
  }

  /** What the process holds now; only on Linux. */
  ProcessFigures figures() throws IOException {
    String used = jcmd("GC.heap_info").replaceFirst("(?s).*?used (\\d+)K.*", "$1");
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    long resident =
        Files.readAllLines(proc.resolve("status")).stream()
            .filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .sum();
    // Tomcat has as many threads for requests as there have been at a time in the last minute.
    long threads =
        jcmd("Thread.print")
            .lines()
            .filter(line -> line.startsWith("\"") && !line.contains("-exec-"))
            .count();
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      return new ProcessFigures(
          Long.parseLong(used) << 10,
          resident,
          (int) threads,
          (int) files.count(),
          (int) process.descendants().count());
    }
  }

  private String jcmd(String order) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process answer =
          new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), order)
              .redirectErrorStream(true)
              .start();
      String text = new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (answer.waitFor() != 0) {
        throw new IOException("jcmd " + order + " failed: " + text);
      }
      return text;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks the process to stop (SIGTERM) and waits for it. Answers its exit status. */
  public int stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The server does not stop\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(reaper);
  }
}
