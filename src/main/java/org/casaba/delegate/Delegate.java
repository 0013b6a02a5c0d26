package org.casaba.delegate;

/**
 * The institution's rules of who may see what. Thread-safe. Asked on every request, before caches.
 */
public interface Delegate {

  /** Lets everybody see everything: what holds while no rules are configured. */
  Delegate OPEN = facts -> new Access.Full();

  Access access(RequestFacts facts);
}
