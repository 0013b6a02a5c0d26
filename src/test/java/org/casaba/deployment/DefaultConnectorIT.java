package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far one gets in a Tomcat whose Connector is as the distribution has it. */
final class DefaultConnectorIT {

  @Test
  void plainSlashesAndEncodedCircumflexesGetThrough() throws IOException {
    TomcatInstallation tomcat = TomcatInstallation.all().getLast();
    try (ServerProcess server = tomcat.start("casaba.war", "", TestImages.folder())) {
      for (String target :
          List.of(
              "iiif/3/below/other%20picture.png/full/max/0/default.jpg",
              "iiif/3/picture.png/full/%5Emax/0/default.jpg")) {
        assertEquals(200, server.get(target).status(), target);
      }
    }
  }
}
