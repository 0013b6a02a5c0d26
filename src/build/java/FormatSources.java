import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Checks ({@code check}) or applies ({@code apply}) google-java-format to all of src. */
final class FormatSources {

  public static void main(String[] args) throws IOException {
    boolean check = args[0].equals("check");
    List<String> options =
        check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace");
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int status;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      Stream<String> sources = files.map(Path::toString).filter(name -> name.endsWith(".java"));
      String[] arguments = Stream.concat(options.stream(), sources.sorted()).toArray(String[]::new);
      status = formatter.run(System.out, System.err, arguments);
    }
    if (check && status != 0) {
      System.err.println("The files above are not in google-java-format: run mvn -Pformat");
    }
    System.exit(status);
  }
}
