import type { Locator } from '@playwright/test';

/** Picks what begins with a text in a field with a list. */
export async function pick(field: Locator, text: string): Promise<void> {
  await field.click();
  await field
    .page()
    .getByRole('option', { name: new RegExp(`^${text}`) })
    .first()
    .click();
}
