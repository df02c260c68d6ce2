/** A variable whose values can't stand where the query names it: sent on, they would ask for something else. */
export class Refusal extends Error {
  override name = 'Refusal';
}

export function noValue(name: string, key: string): Refusal {
  return new Refusal(`The variable "${name}" has no value, and "${key}" needs one. Choose a value.`);
}

export function severalValues(name: string, key: string, hint = 'Choose one value'): Refusal {
  return new Refusal(`The variable "${name}" has several values, and "${key}" takes one here. ${hint}.`);
}
