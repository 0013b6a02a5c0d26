package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The built WAR deployed by Arquillian to a Tomcat in this JVM. */
@ArquillianTest
final class EmbeddedTomcatIT {
  @ArquillianResource private URL base;

  @Deployment(testable = false)
  static WebArchive casaba() {
    return ShrinkWrap.create(ZipImporter.class, "casaba.war")
        .importFrom(ServerProcess.WAR.toFile())
        .as(WebArchive.class);
  }

  @Test
  @RunAsClient
  void isWell() throws IOException, URISyntaxException {
    URI uri = base.toURI();
    assertEquals(200, RawRequest.get(uri, uri.getPath() + "health").send().status());
  }
}
