package org.casaba.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get to see of settings. */
final class ShownSettingsTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();

  private Map<String, Setting> shown(String... lines) throws SettingsException, IOException {
    Path file = folder.resolve("my.properties");
    Files.writeString(file, String.join("\n", lines));
    properties.put("casaba.config", file.toString());
    Surroundings surroundings = new Surroundings(environment, properties, null, folder);
    return new SettingsLoader(surroundings)
        .load().shown().stream().collect(Collectors.toMap(Setting::key, s -> s));
  }

  @Test
  void everySettingIsShownWithItsPlace() throws Exception {
    environment.put("CASABA_POOL_IMAGES", "7");
    properties.put("casaba.render.threads", "2");
    Map<String, Setting> shown =
        shown("", "limits.max_width = 4000", "delegate.values.shelf = A 3");
    assertTrue(shown.keySet().containsAll(Keys.ALL.stream().map(Key::name).toList()));
    assertEquals(
        new Setting("limits.max_width", "4000", folder.resolve("my.properties") + ", line 2"),
        shown.get("limits.max_width"));
    assertEquals(
        new Setting("pool.images", "7", "environment variable CASABA_POOL_IMAGES"),
        shown.get("pool.images"));
    assertEquals(
        new Setting("render.threads", "2", "system property casaba.render.threads"),
        shown.get("render.threads"));
    assertEquals(new Setting("metrics.enabled", "true", "default"), shown.get("metrics.enabled"));
    assertEquals("A 3", shown.get("delegate.values.shelf").value());
  }

  @Test
  void secretsAreNowhere() throws Exception {
    environment.put("LDAP_PASSWORD", "tr0ub4dor");
    environment.put("HARMLESS", "https://casaba:hunter22@example.org/x");
    Map<String, Setting> shown =
        shown(
            "admin.username = root",
            "admin.password = corr:ect=horse@",
            "delegate.values.directory = ${env:LDAP_PASSWORD}",
            "delegate.values.again = before ${admin.password} after",
            "delegate.values.api_key = abcdef123",
            "delegate.values.copied = x-abcdef123-y",
            "delegate.values.service = ${env:HARMLESS}",
            "delegate.values.query = https://example.org/?a=1&access_token=zyxwv#f",
            "delegate.values.header = Bearer eyJhbGci");
    for (String secret :
        List.of("tr0ub4dor", "corr:ect", "horse", "abcdef123", "hunter22", "zyxwv", "eyJhbGci")) {
      assertFalse(shown.toString().contains(secret), secret);
    }
    assertEquals(Masking.MASK, shown.get("admin.password").value());
    assertEquals("root", shown.get("admin.username").value());
    assertEquals(
        "https://" + Masking.MASK + "@example.org/x", shown.get("delegate.values.service").value());
    assertEquals(
        "https://example.org/?a=1&access_token=" + Masking.MASK + "#f",
        shown.get("delegate.values.query").value());
  }

  @Test
  void whatIsNoSecretIsShownAsItIs() throws Exception {
    Map<String, Setting> shown = shown();
    shown.remove("admin.password");
    shown.values().forEach(s -> assertFalse(s.value().contains(Masking.MASK), s.toString()));
    assertEquals("", shown("admin.password =").get("admin.password").value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin.password",
        "delegate.values.ldap_pw",
        "delegate.values.apikey",
        "a.secret_key",
        "a.TOKEN",
        "env:DB_PASS",
        "delegate.values.auth",
        "delegate.values.passwort_passwd",
        "a.signing_key",
        "delegate.values.salt",
        "a.hmac",
        "a.Kennwort",
        "a.ldap_passwort",
        "a.geheimnis",
        "a.SCHLÜSSEL",
        "a.schluessel",
        "a.motdepasse",
        "a.contraseña",
        "a.clave"
      })
  void namesTellSecrets(String name) {
    assertTrue(Masking.isSecret(name, ""), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delegate.values.author",
        "proxy.trusted",
        "a.passage",
        "source.default",
        "a.spin",
        "a.enclave"
      })
  void namesTellWhatIsNone(String name) {
    assertFalse(Masking.isSecret(name, ""), name);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a, https://example.org/a",
    "https://u:p/w@x:1@example.org, https://••••••@example.org",
    "u:pw@example.org, ••••••@example.org",
    "somebody@example.org, somebody@example.org"
  })
  void credentialsInAddressesAreMasked(String value, String expected) {
    assertEquals(expected, new Masking(List.of()).masked(value));
  }
}
