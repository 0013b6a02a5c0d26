package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.casaba.delegate.Access;
import org.casaba.delegate.Inquiry;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptDelegateTest {
  @TempDir Path folder;

  @Test
  void scriptIsAskedBeforeAndAfterTheSizeIsKnown() throws Exception {
    String script =
        """
        const preAuthorize = (context) => context.full_size === null;
        function authorize(context) {
          return context['request_headers']['X-Group'] === 'staff'
              ? {max_width: context.full_size.width / 2} : false;
        }
        """;
    try (ScriptDelegate delegate = Scripts.load(folder.resolve("delegates.js"), script)) {
      Inquiry inquiry = delegate.inquiry(Requests.image("x-group", "staff"));
      assertEquals(Access.Granted.EVERYTHING, inquiry.admit());
      assertFalse(inquiry.personal());
      assertEquals(
          new Access.Granted(Limits.of(3000, 0, 0), Alterations.NONE),
          inquiry.permit(Requests.known()));
      assertTrue(inquiry.personal());
    }
  }
}
