import { z } from 'zod';

/**
 * A variable of a dashboard as it is written: `$name`, `${name}`, `[[name]]`. After a backslash a dollar sign is itself, and
 * `$__window` the back end fills.
 */
const VARIABLE = /(?<!\\)(?:\$(?!__window\b)[A-Za-z_]\w*|\$\{\w[^}]*\}|\[\[\w+(?::\w+)?\]\])/;

/**
 * Text that is sent to a store to be looked for: a filter, matchers, PromQL. A variable that nothing filled, as in alert
 * rules and in shared dashboards, would be looked for as it is, and match nothing.
 */
export const filterText = z.string().superRefine((text, context) => {
  const name = VARIABLE.exec(text)?.[0];
  if (name !== undefined) {
    context.addIssue({
      code: 'custom',
      message: `holds the variable ${name}, which nothing filled: alert rules and the shell have no variables, and a dashboard only those it defines. Write the value instead, and a dollar sign of its own as \\$ (in PromQL as \\x24)`,
    });
  }
});
