package org.casaba.config;

/** Reads the text of a setting: without blanks around it, its {@code ${…}} already replaced. */
@FunctionalInterface
interface ValueParser<T> {
  T parse(String text) throws IllegalValueException;
}
