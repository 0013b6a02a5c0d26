package org.casaba.cache.record;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Terracotta server on loopback, with 64 MB for pictures, that can be killed, frozen and started
 * anew.
 */
public final class TerracottaServer implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final int groupPort;
  private @Nullable Process process;

  /**
   * Does not start it.
   *
   * @param folder for its configuration and its log
   */
  public TerracottaServer(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = one.getLocalPort();
      groupPort = other.getLocalPort();
    }
  }

  /** What {@code cache.cluster} is to say. */
  public URI address() {
    return URI.create("terracotta://127.0.0.1:" + port + "/casaba");
  }

  /** Starts it, with nothing in its memory. */
  public void start() throws IOException {
    Path kit;
    try (Stream<Path> found = Files.list(Path.of("target/terracotta"))) {
      kit = found.findFirst().orElseThrow().toAbsolutePath();
    }
    Path configuration =
        Files.writeString(
            folder.resolve("terracotta.properties"),
            """
            cluster-name=casaba
            offheap-resources=main:64MB
            failover-priority=availability
            stripe.1.node.1.name=one
            stripe.1.node.1.hostname=127.0.0.1
            stripe.1.node.1.port=%d
            stripe.1.node.1.group-port=%d
            stripe.1.node.1.bind-address=127.0.0.1
            stripe.1.node.1.group-bind-address=127.0.0.1
            """
                .formatted(port, groupPort));
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=256m",
                "-Dtc.install-root=" + kit.resolve("server"),
                "-jar",
                kit.resolve("server/lib/tc.jar").toString(),
                "-config-file",
                configuration.toString(),
                "-auto-activate",
                "-config-dir",
                Files.createTempDirectory(folder, "node").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("terracotta.log").toFile())
            .start();
  }

  /** SIGKILL. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /** It keeps its connections, and answers nothing any more (SIGSTOP). */
  public void freeze() throws IOException {
    signal("-STOP");
  }

  /** It goes on. */
  public void thaw() throws IOException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException {
    if (process != null) {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
