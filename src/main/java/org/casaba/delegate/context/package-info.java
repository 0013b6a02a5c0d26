/** What a rule is told of a request: named values, made when they are looked at. */
@NullMarked
package org.casaba.delegate.context;

import org.jspecify.annotations.NullMarked;
