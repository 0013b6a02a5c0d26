package org.casaba.delegate.guest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casaba.delegate.DelegateException;
import org.graalvm.polyglot.Value;

/** Looks for the functions that a script has. */
final class FoundFunctions {
  private static final int MOST_LISTED = 20;

  private FoundFunctions() {}

  /**
   * Those among a script's top-level names.
   *
   * @throws DelegateException.Failed if there is none, or one that is ambiguous, misspelled or not
   *     a function: rules that are not asked would let everybody in
   */
  static Map<ScriptFunction, Value> in(Value bindings, ScriptText script)
      throws DelegateException.Failed {
    Map<ScriptFunction, Value> found = new EnumMap<>(ScriptFunction.class);
    for (ScriptFunction function : ScriptFunction.values()) {
      List<String> there =
          script.language().spellings(function).stream().filter(bindings::hasMember).toList();
      if (there.size() > 1) {
        throw failed(script, "there are both " + there.getFirst() + " and " + there.getLast());
      }
      if (!there.isEmpty()) {
        found.put(function, callable(bindings, there.getFirst(), script));
      }
    }
    refuseMisspelled(bindings, script);
    if (found.isEmpty()) {
      throw failed(
          script, "there is no function that is known, such as authorize, but " + others(bindings));
    }
    return found;
  }

  private static Value callable(Value bindings, String name, ScriptText script)
      throws DelegateException.Failed {
    Value value = bindings.getMember(name);
    if (!value.canExecute()) {
      throw failed(script, name + " is not a function");
    }
    return value;
  }

  private static void refuseMisspelled(Value bindings, ScriptText script)
      throws DelegateException.Failed {
    for (String name : bindings.getMemberKeys()) {
      Optional<ScriptFunction> meant = ScriptFunction.meant(name);
      if (meant.isPresent()
          && !isSpelling(name, script.language())
          && bindings.getMember(name).canExecute()) {
        throw failed(
            script,
            name + " must be called " + meant.get().snakeCase() + ", or something less like it");
      }
    }
  }

  private static boolean isSpelling(String name, ScriptLanguage language) {
    return Arrays.stream(ScriptFunction.values())
        .anyMatch(each -> language.spellings(each).contains(name));
  }

  /** What a script has whose functions are none that is asked. */
  private static String others(Value bindings) {
    String names =
        bindings.getMemberKeys().stream()
            .filter(name -> !name.startsWith("_") && bindings.getMember(name).canExecute())
            .limit(MOST_LISTED)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none at all" : names;
  }

  private static DelegateException.Failed failed(ScriptText script, String problem) {
    return new DelegateException.Failed(script.name() + ": " + problem);
  }
}
