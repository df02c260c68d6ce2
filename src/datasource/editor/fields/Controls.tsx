import React from 'react';

interface Props {
  id?: string;
  /** What they are together, for screen readers. */
  label?: string;
  className?: string;
  children: React.ReactNode;
}

/** Several controls under one label. A field hands its child what only a control understands: that stays here. */
export function Controls({ id, label, className, children }: Props) {
  return (
    <div id={id} role={label === undefined ? undefined : 'group'} aria-label={label} className={className}>
      {children}
    </div>
  );
}
