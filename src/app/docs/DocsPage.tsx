import React, { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Alert, LoadingPlaceholder, TextLink, useStyles2 } from '@grafana/ui';
import { Page } from '../Page';
import { docPage } from '../places';
import { DOCS_PAGES } from './docs';
import { renderDoc } from './renderDoc';

const FILES = '/public/plugins/modelwatch-app/docs';

/** The documentation that came with this version of the bundle: it needs no internet, and fits what is installed. */
export function DocsPage({ name }: { name: string }) {
  const doc = DOCS_PAGES.find((page) => page.name === name);
  return doc ? <Doc key={doc.name} {...doc} /> : <Contents />;
}

function Contents() {
  return (
    <Page subTitle="Documentation">
      <ul>
        {DOCS_PAGES.map(({ name, title }) => (
          <li key={name}>
            <TextLink href={docPage(name)}>{title}</TextLink>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Doc({ name, title }: { name: string; title: string }) {
  const styles = useStyles2(getStyles);
  const [{ html, error }, setShown] = useState<{ html?: string; error?: Error }>({});
  useEffect(() => {
    let isCurrent = true;
    load(name).then(
      (loaded) => isCurrent && setShown({ html: loaded }),
      (failure: Error) => isCurrent && setShown({ error: failure })
    );
    return () => {
      isCurrent = false;
    };
  }, [name]);
  useEffect(() => {
    if (html !== undefined && window.location.hash !== '') {
      document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
    }
  }, [html]);
  return (
    <Page subTitle={title}>
      {error && <Alert severity="error" title={`This page is not there: ${error.message}`} />}
      {!error && html === undefined && <LoadingPlaceholder text="Loading the page" />}
      {/* Sanitized by Grafana's own renderer. */}
      {html !== undefined && <article className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />}
    </Page>
  );
}

async function load(name: string): Promise<string> {
  const response = await fetch(locationUtil.assureBaseUrl(`${FILES}/${name}.md`));
  if (!response.ok) {
    throw new Error(`${name}.md, status ${response.status}`);
  }
  return renderDoc(await response.text(), {
    page: (other) => locationUtil.assureBaseUrl(docPage(other)),
    image: (path) => locationUtil.assureBaseUrl(`${FILES}/${path}`),
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  text: css({
    maxWidth: 980,
    overflowX: 'auto',
    a: { color: theme.colors.text.link },
    img: { maxWidth: '100%' },
    'h2, h3': { marginTop: theme.spacing(3) },
    pre: { overflowX: 'auto' },
    'td, th': {
      padding: theme.spacing(0.5, 1),
      verticalAlign: 'top',
      border: `1px solid ${theme.colors.border.weak}`,
    },
  }),
});
