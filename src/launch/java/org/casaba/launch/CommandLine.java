package org.casaba.launch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the command line asks for. Every option may be given as {@code --x y} or {@code --x=y}. */
final class CommandLine {
  static final String HELP =
      String.join(
          System.lineSeparator(),
          "Casaba, a IIIF image server.",
          "",
          "java -jar casaba.war [options]                  serves images",
          "java -jar casaba.war delegate-check [options]   tries out a delegate script",
          "java -jar casaba.war pyramid FILES... --to DIR  prepares images for serving",
          "java -jar casaba.war purge WHAT                 has servers forget what they have kept",
          "                                                (--help after a command says more)",
          "",
          "  --images DIR         serve the images in this folder (default: the sample images)",
          "  --host HOST          listen on this address (default: 127.0.0.1; all: 0.0.0.0)",
          "  --port PORT          listen on this port (default: 8182; any free one: 0)",
          "  --context-path PATH  serve below this path, for example /images (default: none)",
          "  --config FILE        read settings from this file (casaba.properties)",
          "  --help               print this and stop",
          "  --version            print the version and stop",
          "");

  private static final Pattern CONTEXT_PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

  private final Map<String, String> values;

  private CommandLine(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  static CommandLine parse(String... arguments) throws CommandLineException {
    Map<String, String> values = new HashMap<>();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals >= 0) {
        rest.addFirst(argument.substring(equals + 1));
      }
      if (values.put(name, value(name, rest, equals >= 0)) != null) {
        throw new CommandLineException(name + " is given twice");
      }
    }
    return new CommandLine(values);
  }

  private static String value(String name, Deque<String> rest, boolean attached)
      throws CommandLineException {
    switch (name) {
      case "--help":
      case "--version":
        if (attached) {
          throw new CommandLineException(name + " takes no value");
        }
        return "";
      case "--images":
      case "--config":
      case "--host":
      case "--port":
      case "--context-path":
        if (rest.isEmpty() || rest.element().isEmpty() && !name.equals("--context-path")) {
          throw new CommandLineException(name + " needs a value");
        }
        return checked(name, rest.remove());
      default:
        throw new CommandLineException("Unknown option " + name);
    }
  }

  private static String checked(String name, String value) throws CommandLineException {
    switch (name) {
      case "--images":
        return folder(value);
      case "--config":
        return file(value);
      case "--port":
        return port(value);
      case "--context-path":
        return contextPath(value);
      case "--host":
        return host(value);
      default:
        throw new AssertionError(name);
    }
  }

  private static String folder(String value) throws CommandLineException {
    Path path = path(value);
    if (!Files.isDirectory(path)) {
      throw new CommandLineException("--images: there is no folder " + path);
    }
    if (!Files.isReadable(path)) {
      throw new CommandLineException("--images: the folder may not be read: " + path);
    }
    return path.toString();
  }

  private static String file(String value) throws CommandLineException {
    Path path = path(value);
    if (!Files.isRegularFile(path)) {
      throw new CommandLineException("--config: there is no file " + path);
    }
    if (!Files.isReadable(path)) {
      throw new CommandLineException("--config: the file may not be read: " + path);
    }
    return path.toString();
  }

  private static Path path(String value) throws CommandLineException {
    try {
      return Paths.get(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new CommandLineException("not a path: " + value);
    }
  }

  private static String host(String value) throws CommandLineException {
    try {
      InetAddress.getByName(value);
      return value;
    } catch (UnknownHostException e) {
      throw new CommandLineException("--host: there is no address for " + value);
    }
  }

  private static String port(String value) throws CommandLineException {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
      throw new CommandLineException("--port is a number from 0 to 65535, not " + value);
    }
    return value;
  }

  private static String contextPath(String value) throws CommandLineException {
    if (value.isEmpty() || value.equals("/")) {
      return "";
    }
    if (!CONTEXT_PATH.matcher(value).matches()) {
      throw new CommandLineException(
          "--context-path begins with a slash, ends without one and has plain letters, not "
              + value);
    }
    return value;
  }

  boolean asksForHelp() {
    return values.containsKey("--help");
  }

  boolean asksForVersion() {
    return values.containsKey("--version");
  }

  /** What to listen on; the port may be 0. Resolved, if it can be. */
  InetSocketAddress address() {
    return new InetSocketAddress(
        values.getOrDefault("--host", "127.0.0.1"),
        Integer.parseInt(values.getOrDefault("--port", "8182")));
  }

  /** Empty, or begins with a slash and ends without one. */
  String contextPath() {
    return values.getOrDefault("--context-path", "");
  }

  /** System properties that tell the web application what the command line says. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    if (values.containsKey("--images")) {
      settings.put("casaba.source.filesystem.root", values.get("--images"));
    }
    if (values.containsKey("--config")) {
      settings.put("casaba.config", values.get("--config"));
    }
    return settings;
  }
}
