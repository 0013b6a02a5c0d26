package org.casaba.deployment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An unpacked Tomcat distribution, left as it came: each start gets a base folder of its own.
 *
 * @param home where it has been unpacked
 */
public record TomcatInstallation(Path home) {

  /** What administrators are told to add to their HTTP Connector. */
  public static final String RELAXED =
      "relaxedPathChars=\"^[]|\" encodedSolidusHandling=\"passthrough\"";

  /** The distributions that the build unpacks, Tomcat 10.1 and 11. */
  public static List<TomcatInstallation> all() {
    Path folder = Path.of("target/tomcat").toAbsolutePath();
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().map(TomcatInstallation::new).toList();
    } catch (IOException e) {
      throw new IllegalStateException("mvn pre-integration-test unpacks Tomcat to " + folder, e);
    }
  }

  /**
   * Starts this Tomcat with the built WAR in its {@code webapps}.
   *
   * @param war the name to deploy it under: {@code casaba.war}, {@code ROOT.war}
   * @param connector attributes to add to the HTTP Connector; empty for the distribution's own
   * @param images what to serve
   */
  public ServerProcess start(String war, String connector, Path images) throws IOException {
    int port = ServerProcess.freePort();
    Path base = base(port, connector);
    Files.copy(ServerProcess.WAR, base.resolve("webapps").resolve(war));
    String context = war.equals("ROOT.war") ? "" : war.replace(".war", "") + "/";
    return run(base, images, URI.create(ServerProcess.ORIGIN + port + "/" + context));
  }

  /** A running Tomcat whose web applications can be deployed anew. */
  record Redeployable(ServerProcess server, Path base, List<String> applications) {

    /** Puts the WAR there again, as administrators do; Tomcat notices within a second or two. */
    void redeploy(String application) throws IOException {
      Path war = base.resolve("webapps").resolve(application + ".war");
      Files.setLastModifiedTime(war, FileTime.from(Instant.now()));
    }
  }

  /**
   * Starts this Tomcat with the built WAR deployed several times.
   *
   * @param applications the name of each, and its configuration file
   */
  Redeployable startSeveral(Map<String, Path> applications, Path images) throws IOException {
    int port = ServerProcess.freePort();
    Path base = base(port, RELAXED);
    Path serverXml = base.resolve("conf/server.xml");
    String frequent = "<Engine name=\"Catalina\" backgroundProcessorDelay=\"1\"";
    Files.writeString(
        serverXml, Files.readString(serverXml).replace("<Engine name=\"Catalina\"", frequent));
    Path contexts = Files.createDirectories(base.resolve("conf/Catalina/localhost"));
    for (Map.Entry<String, Path> each : applications.entrySet()) {
      Files.copy(ServerProcess.WAR, base.resolve("webapps").resolve(each.getKey() + ".war"));
      Files.writeString(
          contexts.resolve(each.getKey() + ".xml"),
          "<Context><Parameter name=\"casaba.config\" value=\""
              + each.getValue()
              + "\"/></Context>");
    }
    List<String> names = applications.keySet().stream().sorted().toList();
    URI first = URI.create(ServerProcess.ORIGIN + port + "/" + names.getFirst() + "/");
    return new Redeployable(run(base, images, first), base, names);
  }

  private ServerProcess run(Path base, Path images, URI address) throws IOException {
    String script = home.resolve("bin/catalina.sh").toString();
    ProcessBuilder command = new ProcessBuilder("sh", script, "run");
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("CATALINA_BASE", base.toString());
    command.environment().put("CATALINA_OPTS", "--enable-native-access=ALL-UNNAMED");
    command.environment().put("CASABA_SOURCE_FILESYSTEM_ROOT", images.toString());
    return ServerProcess.start(command, address);
  }

  private Path base(int port, String connector) throws IOException {
    Path servers = Files.createDirectories(Path.of("target/servers").toAbsolutePath());
    Path base = Files.createTempDirectory(servers, home.getFileName() + "-");
    for (String folder : List.of("conf", "webapps", "temp", "logs", "work")) {
      Files.createDirectory(base.resolve(folder));
    }
    try (Stream<Path> files = Files.list(home.resolve("conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
      }
    }
    Path serverXml = base.resolve("conf/server.xml");
    String settings =
        Files.readString(serverXml)
            .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
            .replace(
                "<Connector port=\"8080\"",
                "<Connector address=\"127.0.0.1\" port=\"" + port + "\" " + connector);
    Files.writeString(serverXml, settings);
    return base;
  }

  @Override
  public String toString() {
    return home.getFileName().toString();
  }
}
