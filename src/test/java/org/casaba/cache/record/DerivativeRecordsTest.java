package org.casaba.cache.record;

import static org.casaba.cache.record.Pictures.await;
import static org.casaba.cache.record.Pictures.find;
import static org.casaba.cache.record.Pictures.kept;
import static org.casaba.cache.record.Pictures.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.Forgotten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DerivativeRecordsTest {
  @TempDir private Path folder;

  @Test
  void withoutSettingsThereIsNone() {
    assertSame(
        DerivativeRecord.NONE, DerivativeRecords.of(new RecordSettings(null, 1 << 20, null, 1)));
  }

  @Test
  void whatALaterOneHasIsPutIntoThoseBefore() throws Exception {
    DirectoryRecord first = new DirectoryRecord(folder.resolve("first"), 1 << 20);
    DirectoryRecord second = new DirectoryRecord(folder.resolve("second"), 1 << 20);
    try (DerivativeRecord both = new DerivativeRecords(List.of(first, second))) {
      second.keep(key(1, 1), kept(key(1, 1), 100));
      await("found", () -> find(both, key(1, 1)).isPresent());
      await(
          "in both",
          () -> {
            find(both, key(1, 1));
            return find(first, key(1, 1)).isPresent();
          });
      assertEquals(Forgotten.of(1), both.forget(key(1, 1).image()));
      assertTrue(find(both, key(1, 1)).isEmpty());
    }
  }

  @Test
  void allAreAskedToForgetThoughOneCannot() throws Exception {
    URI nowhere = URI.create("terracotta://127.0.0.1:1/casaba");
    Path away = Files.writeString(folder.resolve("away"), "no folder");
    DirectoryRecord first = new DirectoryRecord(away, 1 << 20);
    DirectoryRecord last = new DirectoryRecord(folder.resolve("last"), 1 << 20);
    try (DerivativeRecord all =
        new DerivativeRecords(List.of(first, new ClusteredRecord(nowhere, 4 << 20), last))) {
      last.keep(key(1, 1), kept(key(1, 1), 100));
      await("found", () -> find(last, key(1, 1)).isPresent());
      Forgotten most = all.forgetAll();
      assertEquals(1, most.pictures());
      assertEquals(2, most.problems().size(), most::toString);
      assertTrue(most.problems().getFirst().contains(away.toString()), most::toString);
      assertTrue(most.problems().getLast().contains(nowhere.toString()), most::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host:9410/casaba",
        "terracotta:///casaba",
        "terracotta://host:9410",
        "terracotta://host:9410/",
        "terracotta://host:9410/a/b",
        "terracotta://host:9410/casaba?size=1",
        "terracotta://anna@host:9410/casaba"
      })
  void otherAddressesAreNoTerracottaServers(String text) {
    assertFalse(RecordSettings.isCluster(URI.create(text)));
  }
}
