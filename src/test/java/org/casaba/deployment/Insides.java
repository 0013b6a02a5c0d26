package org.casaba.deployment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

/** Ways to ask for what a WAR holds but no client may see. */
final class Insides {
  static final List<String> TARGETS =
      List.of(
          "WEB-INF/web.xml",
          "WEB-INF/",
          "WEB-INF",
          "web-inf/web.xml",
          "%57EB-INF/web.xml",
          "WEB-INF%2Fweb.xml",
          "./WEB-INF/web.xml",
          "x/../WEB-INF/web.xml",
          "x/..;/WEB-INF/web.xml",
          "%2e/WEB-INF/web.xml",
          "iiif/..%2FWEB-INF/web.xml",
          "iiif/3/..%2F..%2FWEB-INF%2Fweb.xml/info.json",
          "WEB-INF/classes/org/casaba/app/Bootstrap.class",
          "WEB-INF/embedded/server/org/casaba/launch/tomcat/EmbeddedTomcat.class",
          "META-INF/MANIFEST.MF",
          "meta-inf/manifest.mf",
          "org/casaba/launch/Main.class",
          "org/casaba/launch/",
          "org/../org/casaba/launch/Main.class",
          "org%2Fcasaba/launch/Main.class",
          "%6Frg/casaba/launch/Main.class",
          "ORG/casaba/launch/Main.class");

  private Insides() {}

  static void assertHidden(RawRequest.Answer answer) {
    assertTrue(Set.of(400, 403, 404).contains(answer.status()), answer::toString);
    String text = new String(answer.body(), ISO_8859_1);
    assertFalse(text.contains("<web-app") || text.contains("Manifest-Version"), text);
    assertFalse(text.startsWith("\u00ca\u00fe\u00ba\u00be"), "a class file");
  }
}
