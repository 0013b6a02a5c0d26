package org.casaba.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casaba.app.PictureFiles.Found;
import org.casaba.codec.Codecs;
import org.casaba.codec.tiff.Libraries;
import org.casaba.pyramid.PyramidBuilder;

/** The command {@code pyramid}: makes pyramids of files, or says which files need one. */
public final class PyramidCommand {
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private PyramidCommand() {}

  /**
   * Carries it out.
   *
   * @param root the unpacked web application
   * @param out what is done is printed here, a line for each file
   * @param err how far it is is shown here, if it is a terminal
   * @return 0 if all went well, 1 if not, 2 if the command line is wrong
   */
  public static int run(Path root, PrintStream out, PrintStream err, String... arguments) {
    if (List.of(arguments).contains("--help")) {
      out.print(PyramidArguments.HELP);
      return 0;
    }
    try {
      PyramidArguments asked =
          PyramidArguments.parse(Runtime.getRuntime().availableProcessors(), arguments);
      Path to = asked.to();
      if (to != null) {
        requireFolder(to);
      }
      Found found = PictureFiles.of(asked.files(), to);
      return to == null
          ? new PyramidCheck(new PictureReading(Application.codecs(Libraries.NONE)), out).run(found)
          : build(asked, found, to, out, err);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage() + " (pyramid --help lists the options)");
      return 2;
    } catch (IOException e) {
      out.println(FileFailure.of(e));
      return 1;
    }
  }

  private static void requireFolder(Path to) {
    Path there = to.toAbsolutePath().normalize();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there != null && !Files.isDirectory(there)) {
      throw new IllegalArgumentException(
          "--to names the folder that pyramids are written to, but " + there + " is a file");
    }
    if (there != null && !Files.isWritable(there)) {
      throw new IllegalArgumentException("--to names a folder, but " + there + " is read-only");
    }
  }

  private static int build(
      PyramidArguments asked, Found found, Path to, PrintStream out, PrintStream err) {
    long bytes =
        found.pictures().values().stream().mapToLong(p -> p.file().toFile().length()).sum();
    ProgressBar bar = new ProgressBar(err, isTerminal(), bytes);
    Codecs codecs = Application.codecs(Libraries.NONE);
    PyramidPlaces places =
        new PyramidPlaces(to, codecs, asked.overwrite(), found.pictures().keySet());
    Interruption interruption = new Interruption();
    Thread hook = new Thread(() -> stop(interruption, out), "pyramid-stop");
    try (ExecutorService executor = Executors.newFixedThreadPool(asked.threads())) {
      PyramidBuilder builder = new PyramidBuilder(executor, asked.threads());
      PyramidMaker maker = new PyramidMaker(builder, asked.recipe(), bar, interruption);
      Runtime.getRuntime().addShutdownHook(hook);
      int status = new PyramidRun(new PictureReading(codecs), places, maker, out).run(found);
      removeHook(hook);
      return status;
    }
  }

  private static void stop(Interruption interruption, PrintStream out) {
    try {
      interruption.want();
      out.println("Interrupted: nothing is left unfinished, the same command goes on");
    } catch (IOException e) {
      out.println("The unfinished file could not be removed: " + FileFailure.of(e));
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook is at work.
      return;
    }
  }

  /** Java itself only tells of standard input and output. */
  private static boolean isTerminal() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    if (Files.exists(STANDARD_ERROR, LinkOption.NOFOLLOW_LINKS)) {
      try {
        String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
        return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return Objects.requireNonNull(System.console()).isTerminal();
  }
}
