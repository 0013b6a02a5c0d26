package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::FFFF:C000:0201, 192.0.2.1",
    "0:0:0:0:0:0:0:1, ::1",
    "0:0:0:0:0:0:0:0, ::",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0db8:0:0:0:0:0:0, 2001:db8::",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "fe80::1%eth0, fe80::1",
    "fe80:0:0:0:0:0:0:1%25, fe80::1"
  })
  void anAddressIsWrittenInOneWay(String written, String text) {
    assertEquals(Optional.of(text), IpAddress.parse(written).map(IpAddress::text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2",
        "1.2.3",
        "1.2.3.4.5",
        "999.1.1.1",
        "1.2.3.256",
        "010.1.1.1",
        "1.2.3.4%x",
        "::::",
        ":",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "12345::",
        "::999.1.1.1",
        "[::1]",
        "localhost",
        "unknown",
        "0x7f.1.1.1",
        " 1.2.3.4",
        "1.2.3.4:80",
        "%",
        "1.2.3.99999999999"
      })
  void anythingElseIsNone(String written) {
    assertEquals(Optional.empty(), IpAddress.parse(written));
  }
}
