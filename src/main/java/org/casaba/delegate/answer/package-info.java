/**
 * What a rule has answered, read strictly: whatever is not exactly one of the allowed answers is an
 * {@link org.casaba.delegate.answer.IllegalAnswerException}. Answers are plain values: null,
 * Booleans, Longs, Doubles, Strings, Lists and Maps of them.
 */
@NullMarked
package org.casaba.delegate.answer;

import org.jspecify.annotations.NullMarked;
