package org.casaba.plan;

/** What a request comes to. */
public sealed interface Plan permits RenderPlan, Plan.MaxInstead {

  /** The size is beyond the limits: ask for {@code max} instead. */
  record MaxInstead() implements Plan {}
}
