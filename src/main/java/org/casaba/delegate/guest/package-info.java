/**
 * Scripts at work. A {@link org.casaba.delegate.guest.ContextPool} holds the contexts in which one
 * script has been loaded, each with a thread of its own: a context serves one thread at a time, and
 * what the engine leaves behind in a thread ends with that.
 *
 * <p>Nothing of the host can be reached from within: no class, file, process, thread, variable of
 * the environment. What a script is given are proxies, and what it answers is copied.
 */
@NullMarked
package org.casaba.delegate.guest;

import org.jspecify.annotations.NullMarked;
