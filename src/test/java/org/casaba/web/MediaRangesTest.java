package org.casaba.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaRangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/ld+json | 1",
        "text/html, application/ld+json;q=0.5 | 0.5",
        "Application/LD+JSON;profile=\"x\";Q=0.8 | 0.8",
        "application/ld+json;q=abc | 1",
        "*/* | 0",
        "application/* | 0",
        ";;,,q=1 | 0",
        "application/ld+json;q=0 | 0"
      })
  void onlyWhatIsNamedCounts(String header, double quality) {
    assertEquals(quality, new MediaRanges(header).explicit("application/ld+json"));
  }
}
