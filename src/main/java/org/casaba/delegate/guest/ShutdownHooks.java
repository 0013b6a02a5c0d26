package org.casaba.delegate.guest;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JVM's hooks that the script engine has registered. They close engines that are closed anyway,
 * and each would hold a web application's classes until the JVM ends.
 */
final class ShutdownHooks {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHooks.class);

  private ShutdownHooks() {}

  /** Removes the hooks whose classes that loader has loaded, if the JVM lets us see them. */
  static void removeOwn(ClassLoader loader) {
    try {
      Class<?> hooks = Class.forName("java.lang.ApplicationShutdownHooks");
      Field field = hooks.getDeclaredField("hooks");
      field.setAccessible(true);
      synchronized (hooks) {
        if (field.get(null) instanceof Map<?, ?> threads) {
          List<?> own =
              threads.keySet().stream()
                  .filter(hook -> loader.equals(hook.getClass().getClassLoader()))
                  .toList();
          own.forEach(hook -> Runtime.getRuntime().removeShutdownHook((Thread) hook));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("Hooks of the script engine stay; --add-opens java.base/java.lang lets them go", e);
    }
  }
}
