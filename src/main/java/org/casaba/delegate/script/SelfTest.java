package org.casaba.delegate.script;

import java.util.List;
import org.casaba.delegate.TracedDelegate;

/** Tries a version of the script before it takes over. */
@FunctionalInterface
public interface SelfTest {

  /** Takes every version as it is. */
  SelfTest NONE = candidate -> List.of();

  /** What is wrong with it, a line each; empty if nothing is. Called on a thread of its own. */
  List<String> failures(TracedDelegate candidate);
}
