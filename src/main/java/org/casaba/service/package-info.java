/** Answers image and information requests: asks the delegate, opens the source, plans, renders. */
@NullMarked
package org.casaba.service;

import org.jspecify.annotations.NullMarked;
