import React, { useState } from 'react';
import { Alert, Button } from '@grafana/ui';

interface Props {
  /** What is done. An Error that it throws is shown below the button. */
  action: () => Promise<void>;
  disabled?: boolean;
  children: React.ReactNode;
}

/** A button that says why what it does failed. */
export function ActionButton({ action, disabled, children }: Props) {
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setFailure('');
    try {
      await action();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={run} disabled={disabled || isBusy}>
        {children}
      </Button>
      {failure !== '' && <Alert severity="error" title={failure} />}
    </>
  );
}
