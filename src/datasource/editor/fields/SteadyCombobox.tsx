import React, { useCallback, useLayoutEffect, useRef } from 'react';
import { Combobox, type ComboboxOption } from '@grafana/ui';
import { useLasting } from './useLasting';

type Props<Value extends string | number> = React.ComponentProps<typeof Combobox<Value>>;

/**
 * Grafana's Combobox, which after a choice tells of it anew each time its options are drawn anew, by the handler of the
 * drawing in which the choice was made. Where the host draws at once (Explore, the editors of variables and annotations) that
 * takes back what has been set meanwhile, or goes on for ever. Here each choice is told once, to the handler of now.
 */
export function SteadyCombobox<Value extends string | number>(props: Props<Value>) {
  const { value, onChange } = props;
  const latest = useRef({ value: valueOf(value), onChange });
  useLayoutEffect(() => {
    latest.current = { value: valueOf(value), onChange };
  });
  const choose = useCallback((option: ComboboxOption<Value> | null) => {
    const chosen = valueOf(option);
    if (chosen === latest.current.value) {
      return;
    }
    latest.current.value = chosen;
    // Null comes only where the field can be cleared, and its handler takes it.
    (latest.current.onChange as (option: ComboboxOption<Value> | null) => void)(option);
  }, []);
  const loading = useLasting(props.loading ?? false);
  return <Combobox {...props} loading={loading} onChange={choose} />;
}

function valueOf<Value extends string | number>(
  option: ComboboxOption<Value> | Value | null | undefined
): Value | null {
  return typeof option === 'object' ? (option?.value ?? null) : (option ?? null);
}
