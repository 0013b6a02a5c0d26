package org.casaba.config;

/**
 * A setting as people may see it.
 *
 * @param key as in {@code casaba.properties}
 * @param value in force, its references replaced; {@link Masking#MASK} where a secret stands
 * @param place where it was written, in words; "default" if nowhere
 */
public record Setting(String key, String value, String place) {}
