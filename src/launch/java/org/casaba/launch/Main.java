package org.casaba.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

/**
 * The archive's main class. Exit status: 0 after {@code --help} and {@code --version}, 1 if the
 * server cannot start, 2 if the command line is wrong; a signal ends it with the status that the
 * system gives.
 */
public final class Main {
  private static final int REQUIRED_JAVA = 25;
  private static final String SERVER = "org.casaba.launch.tomcat.EmbeddedTomcat";

  private Main() {}

  public static void main(String[] arguments) {
    int java = javaVersion();
    if (java < REQUIRED_JAVA) {
      fail(
          1,
          String.format(
              "Casaba needs Java %d or later; this is Java %s in %s.",
              REQUIRED_JAVA, System.getProperty("java.version"), System.getProperty("java.home")));
      return;
    }
    try {
      if (arguments.length > 0 && Command.isOne(arguments[0])) {
        System.exit(run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length)));
      }
      CommandLine commandLine = CommandLine.parse(arguments);
      if (commandLine.asksForHelp()) {
        System.out.print(CommandLine.HELP);
      } else if (commandLine.asksForVersion()) {
        System.out.println("Casaba " + version());
      } else {
        serve(commandLine);
      }
    } catch (CommandLineException e) {
      fail(2, e.getMessage() + " (--help lists the options)");
    } catch (IOException e) {
      fail(1, e.getMessage());
    }
  }

  private static int run(String command, String... arguments) throws IOException {
    try (UnpackedArchive archive = unpacked()) {
      return Command.run(command, archive, arguments);
    }
  }

  /** Does not return before the server has been stopped. */
  private static void serve(CommandLine commandLine) throws IOException {
    commandLine.settings().forEach(System::setProperty);
    try (UnpackedArchive archive = unpacked()) {
      serve(commandLine, archive);
    }
  }

  private static void serve(CommandLine commandLine, UnpackedArchive archive) throws IOException {
    // Never closed: what it loads runs until the process ends.
    @SuppressWarnings("resource")
    ClassLoader loader = new URLClassLoader(archive.serverClassPath(), Main.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader
          .loadClass(SERVER)
          .getMethod("serve", InetSocketAddress.class, String.class, Path.class, String.class)
          .invoke(
              null, commandLine.address(), commandLine.contextPath(), archive.root(), version());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IOException) {
        throw (IOException) e.getCause();
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UnpackedArchive unpacked() throws IOException {
    try {
      return UnpackedArchive.of(archive());
    } catch (IOException e) {
      throw new IOException("Cannot unpack the archive: " + e, e);
    }
  }

  private static Path archive() {
    try {
      return Paths.get(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }

  /** The feature number; Java 8 calls itself 1.8. */
  private static int javaVersion() {
    String version = System.getProperty("java.specification.version", "0");
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }

  private static void fail(int status, String message) {
    System.err.println(message);
    System.exit(status);
  }
}
