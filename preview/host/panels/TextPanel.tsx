import { css } from '@emotion/css';
import React from 'react';
import { renderTextPanelMarkdown, textUtil, type PanelProps } from '@grafana/data';

interface TextOptions {
  readonly mode?: 'markdown' | 'html' | 'code';
  readonly content?: string;
}

const filling = css({ height: '100%', overflow: 'auto' });

/** Markdown or HTML with variables in it, cleaned as Grafana does. */
export function TextPanel({ options: { mode = 'markdown', content = '' }, replaceVariables }: PanelProps<TextOptions>) {
  const text = replaceVariables(content, {}, mode === 'html' ? 'html' : 'text');
  if (mode === 'code') {
    return <pre className={filling}>{text}</pre>;
  }
  const html = mode === 'html' ? textUtil.sanitizeTextPanelContent(text) : renderTextPanelMarkdown(text);
  // Who scrolls by keyboard must be able to reach what overflows.
  return <div className={`markdown-html ${filling}`} tabIndex={0} dangerouslySetInnerHTML={{ __html: html }} />;
}
