package org.casaba.delegate.guest;

/** A global object that wants to know when a function of the script is called. */
@FunctionalInterface
public interface Attendant {

  /** A function is about to be called on this thread. */
  void callBegins();
}
