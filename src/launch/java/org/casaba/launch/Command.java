package org.casaba.launch;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A command that the web application's own classes carry out, without a server. */
final class Command {
  static final String DELEGATE_CHECK = "delegate-check";

  static final String PYRAMID = "pyramid";

  static final String PURGE = "purge";

  // Held here: loggers that nobody holds are forgotten, and their levels with them.
  private static final Logger SCRIPTS = Logger.getLogger("org.casaba.delegate.script");
  private static final Logger VERSIONS = Logger.getLogger("org.casaba.delegate.script.Versions");

  private Command() {}

  static boolean isOne(String argument) {
    return argument.equals(DELEGATE_CHECK) || argument.equals(PYRAMID) || argument.equals(PURGE);
  }

  private static String className(String name) {
    switch (name) {
      case DELEGATE_CHECK:
        return "org.casaba.app.DelegateCheck";
      case PYRAMID:
        return "org.casaba.app.PyramidCommand";
      case PURGE:
        return "org.casaba.app.PurgeCommand";
      default:
        throw new AssertionError(name);
    }
  }

  /**
   * Runs it.
   *
   * @param name one of the above
   * @param archive the unpacked archive
   * @return the exit status
   */
  static int run(String name, UnpackedArchive archive, String... arguments) throws IOException {
    // What the rules say goes to standard output; the log only speaks up when something is wrong,
    // or a script does. Why a script is not taken, the command says itself.
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    SCRIPTS.setLevel(Level.INFO);
    VERSIONS.setLevel(Level.OFF);
    for (Handler handler : root.getHandlers()) {
      handler.setFormatter(new LogLine());
    }
    try (URLClassLoader loader =
        new URLClassLoader(classPath(archive), Main.class.getClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      return (Integer)
          loader
              .loadClass(className(name))
              .getMethod("run", Path.class, PrintStream.class, PrintStream.class, String[].class)
              .invoke(null, archive.root(), System.out, System.err, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One line: who says it, how serious it is, and what. */
  private static final class LogLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      return record.getLoggerName()
          + " "
          + record.getLevel().getName()
          + ": "
          + formatMessage(record)
          + System.lineSeparator();
    }
  }

  /** What Tomcat would give the web application: its classes, its libraries, the servlet API. */
  private static URL[] classPath(UnpackedArchive archive) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    File inside = archive.root().resolve("WEB-INF").toFile();
    urls.add(new File(inside, "classes").toURI().toURL());
    for (String folder : new String[] {"lib", "embedded"}) {
      File[] jars = new File(inside, folder).listFiles((parent, name) -> name.endsWith(".jar"));
      if (jars != null) {
        for (File jar : jars) {
          urls.add(jar.toURI().toURL());
        }
      }
    }
    return urls.toArray(new URL[0]);
  }
}
