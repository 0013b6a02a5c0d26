package org.casaba.benchmark.load;

import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;

/** Tomcat that serves files, as fast as a server in Tomcat can ever be. A process of its own. */
final class FileServer {
  private FileServer() {}

  /**
   * @param arguments the folder, the port, a folder for Tomcat's own files
   */
  public static void main(String[] arguments) throws LifecycleException {
    Path folder = Path.of(arguments[0]);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[2]);
    tomcat.setPort(Integer.parseInt(arguments[1]));
    Context context = tomcat.addContext("", folder.toAbsolutePath().toString());
    Tomcat.addServlet(context, "default", DefaultServlet.class.getName());
    context.addServletMappingDecoded("/", "default");
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.start();
    // So that it never outlives the benchmark, however that ends.
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
  }
}
