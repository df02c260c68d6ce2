import React from 'react';
import { css } from '@emotion/css';
import { EditorRow } from '@grafana/plugin-ui';

/** A row of the editor that holds more than one line. */
export function Group({ children }: React.PropsWithChildren) {
  return (
    <EditorRow>
      <div className={group}>{children}</div>
    </EditorRow>
  );
}

const group = css({ flex: '1 1 100%', minWidth: 0, display: 'flex', flexDirection: 'column', gap: 12 });
