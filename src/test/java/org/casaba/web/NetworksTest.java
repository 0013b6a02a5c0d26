package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
  private final Networks proxies =
      new Networks(List.of("127.0.0.0/8", "::1", "10.1.2.3", "fc00::/7", "192.168.0.0/17"));

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.255.1.2, true",
    "128.0.0.1, false",
    "0:0:0:0:0:0:0:1, true",
    "::2, false",
    "10.1.2.3, true",
    "10.1.2.4, false",
    "fdaa::1, true",
    "fe80::1, false",
    "192.168.127.255, true",
    "192.168.128.0, false",
    "example.org, false",
    "'', false"
  })
  void addressesAreHeldAgainstBlocks(String address, boolean trusted) {
    assertEquals(trusted, proxies.contain(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "", "1.2.3.4.5"})
  void whatIsNeitherAddressNorBlockIsRefused(String entry) {
    assertThrows(IllegalArgumentException.class, () -> new Networks(List.of(entry)));
  }
}
