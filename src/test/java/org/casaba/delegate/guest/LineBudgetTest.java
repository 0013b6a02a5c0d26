package org.casaba.delegate.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a script writes in one call is bounded. */
final class LineBudgetTest {
  private final LineBudget budget = new LineBudget();

  private List<String> spent(int lines) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String line = "line " + i;
      budget.spend(() -> line, written::add);
    }
    return written;
  }

  @Test
  void twoHundredLinesAreWrittenAndOnceThatThereAreMore() {
    assertEquals(200, spent(200).size());
    List<String> more = spent(50);
    assertEquals(1, more.size());
    assertTrue(more.getFirst().contains("dropped"));
  }

  @Test
  void theNextCallMayWriteAgain() {
    spent(300);
    budget.renew();
    assertEquals(List.of("line 0", "line 1"), spent(2));
  }
}
