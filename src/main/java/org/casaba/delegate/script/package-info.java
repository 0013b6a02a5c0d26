/**
 * The institution's rules as a script: {@link org.casaba.delegate.script.ScriptDelegate} follows
 * its file, each version of which is a {@link org.casaba.delegate.script.Generation} that answers
 * requests from the first question to the last.
 */
@NullMarked
package org.casaba.delegate.script;

import org.jspecify.annotations.NullMarked;
