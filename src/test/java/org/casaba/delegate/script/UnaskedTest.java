package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.casaba.delegate.DelegateSettings.FileChoice;
import org.casaba.delegate.DelegateSettings.Lookup;
import org.casaba.delegate.DelegateSettings.SourceChoice;
import org.casaba.delegate.guest.ScriptFunction;
import org.junit.jupiter.api.Test;

final class UnaskedTest {
  private static final EnumSet<ScriptFunction> ALL = EnumSet.allOf(ScriptFunction.class);

  @Test
  void keysAreNamedThatAreToBeSet() {
    assertEquals(
        List.of(
            "source is not asked without source.default = script",
            "filesystemsource_pathname is not asked without source.filesystem.lookup = script",
            "httpsource_resource_info is not asked by this version",
            "s3source_object_info is not asked by this version",
            "deserialize_meta_identifier is not asked without meta_identifier.transformer ="
                + " delegate",
            "serialize_meta_identifier is not asked without meta_identifier.transformer ="
                + " delegate"),
        Unasked.of(ALL, Scripts.NO_LOOKUP));
  }

  @Test
  void nothingIsSaidOfWhatIsAsked() {
    Lookup everything = new Lookup(SourceChoice.SCRIPT, FileChoice.SCRIPT, Path.of("/srv"), true);
    assertEquals(2, Unasked.of(ALL, everything).size());
    assertEquals(List.of(), Unasked.of(EnumSet.of(ScriptFunction.AUTHORIZE), Scripts.NO_LOOKUP));
  }
}
