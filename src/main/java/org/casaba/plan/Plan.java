package org.casaba.plan;

/** What a request comes to. */
public sealed interface Plan permits RenderPlan, Plan.MaxInstead {

  /** Version 2's size {@code full} is beyond the limits: ask for {@code max} instead. */
  record MaxInstead() implements Plan {}
}
