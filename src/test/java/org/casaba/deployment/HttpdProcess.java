package org.casaba.deployment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Apache httpd with a disk cache, started with {@code conf/httpd.conf} as administrators include
 * it. It serves Casaba below {@code /images/}.
 */
final class HttpdProcess implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
  private static final List<String> NEEDED =
      List.of(
          "mpm_event",
          "authz_core",
          "headers",
          "proxy",
          "proxy_http",
          "authz_host",
          "cache",
          "cache_disk");

  private final Process process;
  private final URI base;

  private HttpdProcess(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /** Whether the Debian package apache2 is there. */
  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Starts it on a free port.
   *
   * @param casaba address of the web application, ending with a slash
   * @param folder for its files
   */
  static HttpdProcess start(URI casaba, Path folder) throws IOException {
    int port = ServerProcess.freePort();
    Path cache = Files.createDirectories(folder.resolve("cache"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    StringBuilder settings = new StringBuilder(1000);
    settings.append("ServerRoot ").append(folder).append('\n');
    settings.append("ServerName localhost\nPidFile httpd.pid\nErrorLog error.log\n");
    settings.append("Mutex fcntl:").append(folder).append(" default\n");
    settings.append("Listen 127.0.0.1:").append(port).append('\n');
    for (String module : NEEDED) {
      settings.append("LoadModule %s_module %s/mod_%s.so%n".formatted(module, MODULES, module));
    }
    // Started by root it serves as another user, who keeps the cache.
    settings.append("User www-data\nGroup www-data\n");
    settings.append("CacheRoot ").append(cache).append("\nCacheHeader on\n");
    settings.append("Define CASABA ").append(casaba.toString().replaceFirst("/$", "")).append('\n');
    settings.append("<VirtualHost *>\nInclude ");
    settings.append(Path.of("conf/httpd.conf").toAbsolutePath()).append("\n</VirtualHost>\n");
    Path file = Files.writeString(folder.resolve("main.conf"), settings);
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-f", file.toString(), "-D", "FOREGROUND")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    HttpdProcess httpd =
        new HttpdProcess(process, URI.create(ServerProcess.ORIGIN + port + "/images/"));
    httpd.awaitAnswer(folder);
    return httpd;
  }

  private void awaitAnswer(Path folder) throws IOException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (process.isAlive() && Instant.now().isBefore(deadline)) {
      try {
        get("health");
        return;
      } catch (IOException e) {
        pause();
      }
    }
    close();
    throw new IllegalStateException(
        "httpd does not answer\n" + Files.readString(folder.resolve("output.log")));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for what lies below {@code /images/}. */
  RawRequest.Answer get(String below, String... headers) throws IOException {
    return RawRequest.get(base, base.getPath() + below).with(headers).send();
  }

  URI base() {
    return base;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
