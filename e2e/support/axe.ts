import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Expects no violation of WCAG 2.2 A and AA, nor of axe's best practices, on the current page. */
export async function expectAccessible(page: Page): Promise<void> {
  // No page of ours has frames. Without the tab that axe opens to join their results it takes half the time, and
  // without the list of all that is right a third less again.
  expect(page.frames()).toHaveLength(1)
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
