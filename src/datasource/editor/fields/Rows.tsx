import React from 'react';
import { css } from '@emotion/css';
import { EditorRows } from '@grafana/plugin-ui';
import { useStyles2 } from '@grafana/ui';

/**
 * Rows of an editor. Those of @grafana/plugin-ui may wrap as columns do, for which browsers take the height of a row from a
 * width that it has not got: below a row whose fields are wide stays an empty strip.
 */
export function Rows({ children }: { children: React.ReactNode }) {
  const rows = useStyles2(getStyles);
  return (
    <div className={rows}>
      <EditorRows>{children}</EditorRows>
    </div>
  );
}

const getStyles = () => css({ '&& > div': { flexWrap: 'nowrap' } });
