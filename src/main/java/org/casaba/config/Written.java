package org.casaba.config;

/**
 * The text that somebody wrote for a key.
 *
 * @param key as written, which may be no key at all
 * @param text the value, without blanks around it, {@code ${…}} not replaced
 * @param place where, for people
 */
record Written(String key, String text, String place) {}
