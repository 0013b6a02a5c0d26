package org.casaba.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What asking a delegate costs: Casaba without a script, with one in JavaScript and with one in
 * Python, for info.json and a small picture. Writes benchmark-delegates.md beside its work folder.
 */
final class DelegateBenchmark {
  private static final String JAVASCRIPT =
      """
      function authorize(context) {
        if (context.client_ip.startsWith('198.51.100.')) return false;
        return !context.identifier.startsWith('secret/');
      }
      function limits(context) {
        return context.cookies.session === 'valid' ? null : {max_width: 3000};
      }
      """;
  private static final String PYTHON =
      """
      def authorize(context):
          if context.client_ip.startswith('198.51.100.'):
              return False
          return not context.identifier.startswith('secret/')

      def limits(context):
          return None if context.cookies.get('session') == 'valid' else {'max_width': 3000}
      """;

  private DelegateBenchmark() {}

  /** Takes its options from system properties; the engines take a minute to be compiled. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.read();
    Path work = Files.createDirectories(options.work());
    String javascript =
        "delegate.script = " + Files.writeString(work.resolve("rules.js"), JAVASCRIPT) + "\n";
    String python =
        "delegate.script = " + Files.writeString(work.resolve("rules.py"), PYTHON) + "\n";
    Servers starter = new Servers(work);
    List<Server> servers = new ArrayList<>();
    try {
      servers.add(starter.casaba(options.war(), "none", Servers.NOTHING_KEPT));
      servers.add(starter.casaba(options.war(), "JavaScript", javascript + Servers.NOTHING_KEPT));
      servers.add(starter.casaba(options.war(), "Python", python + Servers.NOTHING_KEPT));
      new Trials(servers, options, work.resolve("copies"))
          .run(kinds(), work.resolveSibling("benchmark-delegates.md"));
    } finally {
      servers.forEach(Server::close);
    }
  }

  private static List<Kind> kinds() {
    Picture rose = new Picture("rose.png", 1501, 1499);
    return List.of(
        Kind.of("info", "info.json of rose.png", rose, List.of("info.json")).thatIsSlowAtFirst(),
        Kind.of("picture", "32 x 32 px of rose.png", rose, List.of("0,0,32,32/max/0/default.jpg"))
            .thatIsSlowAtFirst());
  }
}
