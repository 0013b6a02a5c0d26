package org.casaba.launch.tomcat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Constants;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.webresources.StandardRoot;

/** Serves the unpacked web application until the process is told to stop. */
public final class EmbeddedTomcat {
  /** Bytes; each connection has memory for that. */
  private static final int WRITTEN_AT_ONCE = 32 << 10;

  private static final int MAX_HEADER_BYTES = 32 * 1024;

  /** System property: whoever has started the server takes it along, even by {@code kill -9}. */
  private static final String STOP_WITH_PARENT = "org.casaba.launch.stop_with_parent";

  /** System property: where the languages of scripts put the files that they need. */
  private static final String RESOURCES = "polyglot.engine.userResourceCache";

  /** System property: where the web application may keep what it wants to find again. */
  private static final String CACHE = "org.casaba.launch.cache";

  private EmbeddedTomcat() {}

  /**
   * Starts, prints the address and returns when the server has been stopped.
   *
   * @param address what to listen on; port 0 stands for any free one
   * @param contextPath what the web application's paths begin with; empty for nothing
   * @param application the unpacked web application
   * @throws IOException if the address cannot be listened on or the web application does not start;
   *     the message says so in one line
   */
  public static void serve(
      InetSocketAddress address, String contextPath, Path application, String version)
      throws IOException {
    checkIsFree(address);
    LogSettings.load();
    // Beside what has been unpacked: reused by the next start, and removed together with that.
    String resources = application.resolve("WEB-INF").resolve("polyglot").toString();
    System.setProperty(RESOURCES, System.getProperty(RESOURCES, resources));
    String cache = String.valueOf(application.toAbsolutePath().getParent());
    System.setProperty(CACHE, System.getProperty(CACHE, cache));
    WorkFolder work = WorkFolder.create();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.path().toString());
    tomcat.setConnector(connector(address));
    // The web application is to see the servlet API that this class sees.
    tomcat.getEngine().setParentClassLoader(EmbeddedTomcat.class.getClassLoader());
    Context context = context(contextPath, application);
    StandardHost host = (StandardHost) tomcat.getHost();
    host.setAutoDeploy(false);
    host.getPipeline().addValve(plainErrors());
    host.getPipeline().addValve(new KeptByNobody());
    host.addChild(context);
    Ending ending = new Ending(tomcat, work);
    Thread stopping = new Thread(ending, "casaba-stop");
    if (Boolean.getBoolean(STOP_WITH_PARENT)) {
      ProcessHandle.current().parent().ifPresent(EmbeddedTomcat::exitAfter);
    }
    if (!ending.isComing(stopping)) {
      start(tomcat, context, ending);
    }
    if (!ending.started()) {
      waitFor(stopping);
      return;
    }
    int port = tomcat.getConnector().getLocalPort();
    System.out.printf("Casaba %s is at %s%s/%n", version, origin(address, port), contextPath);
    tomcat.getServer().await();
    waitFor(stopping);
  }

  /** Stopping needs classes that it has not loaded yet: their files are held as long as we wait. */
  private static void waitFor(Thread stopping) {
    try {
      stopping.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Finds out what is wrong with the address while it can still be said in one line. */
  private static void checkIsFree(InetSocketAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      throw new IOException(
          "Cannot listen on %s port %d: %s (--host and --port choose another)"
              .formatted(address.getHostString(), address.getPort(), e.getMessage()),
          e);
    }
  }

  /** Lets identifiers with encoded slashes and the circumflex of version 3's sizes through. */
  private static Connector connector(InetSocketAddress address) {
    Connector connector = new Connector();
    connector.setProperty("address", address.getHostString());
    connector.setPort(address.getPort());
    connector.setProperty("relaxedPathChars", "^[]|");
    connector.setEncodedSolidusHandling("passthrough");
    connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(MAX_HEADER_BYTES));
    connector.setProperty("connectionTimeout", "20000");
    // Beyond it the system drops attempts to connect, and clients try again seconds later.
    connector.setProperty("acceptCount", "1000");
    // Most tiles are sent at once, not 8 kB at a time.
    connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITTEN_AT_ONCE));
    connector.setThrowOnFailure(true);
    return connector;
  }

  private static Context context(String path, Path application) {
    StandardContext context = new StandardContext();
    context.setName(path);
    context.setPath(path);
    context.setDocBase(application.toString());
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(Constants.NoDefaultWebXml);
    context.addLifecycleListener(config);
    Tomcat.addServlet(context, "default", DefaultServlet.class.getName());
    context.addServletMapping("/", "default");
    Tomcat.addDefaultMimeTypeMappings(context);
    StandardManager sessions = new StandardManager();
    sessions.setPathname("");
    context.setManager(sessions);
    context.setResources(resources());
    return context;
  }

  /** The same as META-INF/context.xml says, and for the same reason. */
  private static StandardRoot resources() {
    StandardRoot resources = new StandardRoot();
    resources.setCacheMaxSize(32 * 1024);
    resources.setCacheObjectMaxSize(1);
    return resources;
  }

  private static ErrorReportValve plainErrors() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }

  /** What goes wrong because the process is ending already is of interest to nobody. */
  private static void start(Tomcat tomcat, Context context, Ending ending) throws IOException {
    String failure = "";
    try {
      tomcat.start();
      if (!context.getState().isAvailable()) {
        failure = "The web application does not start; the log above says why.";
      }
    } catch (LifecycleException e) {
      failure = "The server does not start: " + rootCause(e).getMessage();
    }
    if (ending.started() && !failure.isEmpty()) {
      throw new IOException(failure);
    }
  }

  private static Throwable rootCause(Throwable throwable) {
    Throwable cause = throwable.getCause();
    return cause == null ? throwable : rootCause(cause);
  }

  private static void exitAfter(ProcessHandle parent) {
    var _ = parent.onExit().thenRun(() -> System.exit(0));
  }

  private static String origin(InetSocketAddress address, int port) {
    String name = address.getHostString();
    String host =
        address.getAddress().isAnyLocalAddress()
            ? "localhost"
            : name.contains(":") ? "[" + name + "]" : name;
    return "http://" + host + ":" + port;
  }
}
