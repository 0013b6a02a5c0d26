import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What asking a delegate costs: processor time of the server for each request, without a script and
 * with one in JavaScript and in Python, for info.json and for a small picture. The servers take
 * turns in one run, so that a busy machine does them the same injustice.
 *
 * <p>{@code java src/benchmark/java/DelegateCost.java [casaba.war] [requests]}
 */
final class DelegateCost {
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
  private static final List<String> TARGETS =
      List.of("/iiif/3/rose.png/info.json", "/iiif/3/rose.png/0,0,32,32/max/0/default.jpg");
  private static final int ROUNDS = 5;

  /** The engine is interpreted code, which takes the JVM a long time to compile. */
  private static final int WARM_UP = 15;

  private record Server(Process process, int port) {
    double cpuSeconds() {
      return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }
  }

  private DelegateCost() {}

  public static void main(String[] arguments) throws Exception {
    Path war = Path.of(arguments.length > 0 ? arguments[0] : "target/casaba.war");
    int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
    Path folder = Files.createTempDirectory("casaba-benchmark");
    Map<String, Server> servers = new LinkedHashMap<>();
    try {
      servers.put("none", start(war, folder, "", ""));
      servers.put("JavaScript", start(war, folder, "rules.js", JAVASCRIPT));
      servers.put("Python", start(war, folder, "rules.py", PYTHON));
      for (String target : TARGETS) {
        measure(servers, target, requests);
      }
    } finally {
      servers.values().forEach(s -> s.process().destroy());
    }
  }

  private static void measure(Map<String, Server> servers, String target, int requests)
      throws Exception {
    Map<String, List<Double>> costs = new LinkedHashMap<>();
    for (Server server : servers.values()) {
      ask(server, target, WARM_UP * requests);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (Map.Entry<String, Server> each : servers.entrySet()) {
        double before = each.getValue().cpuSeconds();
        ask(each.getValue(), target, requests);
        double cost = (each.getValue().cpuSeconds() - before) / requests * 1e6;
        costs.computeIfAbsent(each.getKey(), n -> new ArrayList<>()).add(cost);
      }
    }
    System.out.println(target);
    double none = median(costs.get("none"));
    costs.forEach((name, all) ->
        System.out.printf(
            Locale.ROOT,
            "  %-10s %7.1f µs a request  %+7.1f µs  %.2f times%n",
            name,
            median(all),
            median(all) - none,
            median(all) / none));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static Server start(Path war, Path folder, String name, String text) throws Exception {
    Path settings = Files.createTempFile(folder, "casaba", ".properties");
    if (!name.isEmpty()) {
      Path script = Files.writeString(folder.resolve(name), text);
      Files.writeString(settings, "delegate.script = " + script + "\n");
    }
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                war.toString(),
                "--config=" + settings,
                "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server-" + port + ".log").toFile())
            .start();
    Server server = new Server(process, port);
    for (int i = 0; i < 1200 && !isWell(server); i++) {
      Thread.sleep(Duration.ofMillis(100));
    }
    return server;
  }

  private static boolean isWell(Server server) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      return exchange(socket, new BufferedInputStream(socket.getInputStream()), "/health") == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** One connection that is kept alive. */
  private static void ask(Server server, String target, int times) throws IOException {
    int asked = 0;
    while (asked < times) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        // Tomcat closes a connection after 100 requests.
        for (int i = 0; i < 100 && asked < times; i++, asked++) {
          int status = exchange(socket, in, target);
          if (status != 200) {
            throw new IOException(target + " is answered with " + status);
          }
        }
      }
    }
  }

  private static int exchange(Socket socket, InputStream in, String target) throws IOException {
    String request =
        "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nCookie: session=valid\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    int status = Integer.parseInt(line(in).substring(9, 12));
    int length = -1;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    if (length >= 0) {
      in.readNBytes(length);
    } else {
      for (int size = chunk(in); size > 0; size = chunk(in)) {
        in.readNBytes(size);
        line(in);
      }
      line(in);
    }
    return status;
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ends");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
