package org.casaba.cache.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@link BusyServer} in a process of its own. */
final class BusyServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  /** Starts it, and waits until it writes. */
  BusyServerProcess(String place, long size, int seed) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BusyServer.class.getName(),
                place,
                Long.toString(size),
                Integer.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    out = process.inputReader(StandardCharsets.UTF_8);
    out.readLine();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Has it end in an orderly way; what it says. */
  String end() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return out.readLine();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
