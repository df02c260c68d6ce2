import { useEffect, useState } from 'react';
import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';

/** Whether the dashboard has a variable of that name. */
export function hasVariable(name: string, replaceVariables: InterpolateFunction): boolean {
  return name !== '' && /^\w+$/.test(name) && replaceVariables(`\${${name}}`) !== `\${${name}}`;
}

/** The values that a dashboard variable has now; empty where there is no such variable. Follows the page's address. */
export function useVariable(name: string, replaceVariables: InterpolateFunction): readonly string[] {
  const [, setAddress] = useState('');
  useEffect(() => locationService.getHistory().listen(({ search }: { search: string }) => setAddress(search)), []);
  const fromAddress = locationService.getSearch().getAll(`var-${name}`);
  if (fromAddress.length > 0) {
    return fromAddress;
  }
  return hasVariable(name, replaceVariables) ? replaceVariables(`\${${name}:csv}`).split(',') : [];
}
