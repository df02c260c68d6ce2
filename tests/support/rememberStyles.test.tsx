import React, { useState } from 'react';
import { render, screen } from '@testing-library/react';
import { Button, Checkbox, Combobox, Field, Input, RadioButtonGroup } from '@grafana/ui';
import { layOut } from '../fixtures/panels/browser';
import { user } from '../fixtures/panels/user';
import { plainStyle } from './rememberStyles';

const CHOICES = [
  { label: 'one', value: 'one' },
  { label: 'two', value: 'two' },
];

beforeAll(layOut);

function Form() {
  const [choice, setChoice] = useState('one');
  return (
    <form>
      <style>
        {
          '.hides > * { visibility: hidden } .hides > .shows { visibility: visible } @media print { input { color: red } }'
        }
      </style>
      <Field label="Name" invalid={choice === 'two'} error="Too long">
        <Input id="name" />
      </Field>
      <RadioButtonGroup options={CHOICES} value={choice} onChange={setChoice} />
      <Combobox id="pick" options={CHOICES} value={choice} onChange={({ value }) => setChoice(value)} />
      <Checkbox label="Agreed" />
      <Button disabled={choice === 'one'} icon="plus" tooltip="Go on">
        Go
      </Button>
      <div className={choice === 'two' ? 'hides' : ''}>
        <p style={{ display: 'flex', margin: '1px 2px' }}>
          <b hidden>never</b>
        </p>
        <p className="shows">always</p>
      </div>
    </form>
  );
}

/** What differs from what jsdom says itself, of every element there is. */
function differences(): string[] {
  const told = (style: CSSStyleDeclaration) =>
    Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)} ${style.getPropertyPriority(name)}`).sort();
  return Array.from(document.querySelectorAll('*')).flatMap((element) => {
    const [own, plain] = [told(window.getComputedStyle(element)), told(plainStyle(element))];
    return JSON.stringify(own) === JSON.stringify(plain) ? [] : [`${element.outerHTML}: ${own} instead of ${plain}`];
  });
}

test('says of every element what jsdom says, also after the document, the focus or a field changed', async () => {
  render(<Form />);
  expect(differences()).toEqual([]);
  await user.click(screen.getByRole('combobox'));
  expect(differences()).toEqual([]);
  await user.click(await screen.findByRole('option', { name: 'two' }));
  expect(screen.getByText('always')).toBeVisible();
  expect(screen.getByText('always').previousElementSibling).not.toBeVisible();
  expect(differences()).toEqual([]);
  await user.click(screen.getByLabelText('Agreed'));
  await user.type(screen.getByLabelText(/^Name/), 'x');
  expect(differences()).toEqual([]);
});

test('sees a sheet that comes, changes and goes', () => {
  const { container } = render(<p className="aside">text</p>);
  const visible = () => window.getComputedStyle(screen.getByText('text')).display;
  expect(visible()).toBe('block');
  const sheet = document.createElement('style');
  sheet.textContent = '.aside { display: none }';
  container.append(sheet);
  expect(visible()).toBe('none');
  sheet.textContent = '.aside { display: flex }';
  expect(visible()).toBe('flex');
  sheet.sheet?.insertRule('.aside { display: grid }', 1);
  expect(visible()).toBe('grid');
  sheet.remove();
  expect(visible()).toBe('block');
});
