import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axeCore from 'axe-core'

declare const axe: typeof axeCore

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Expects no violation of WCAG 2.2 A and AA, nor of axe's best practices, on the current page.
 * @param where for a story that looks at many pages: it goes on, and says where each violation is
 */
export async function expectAccessible(page: Page, where?: string): Promise<void> {
  // No page of ours has frames, and axe is told of none.
  expect(page.frames()).toHaveLength(1)
  await page.evaluate(source)
  const violations = await page.evaluate(findViolations)
  if (where === undefined) expect(violations).toEqual([])
  else expect.soft(violations, where).toEqual([])
}

/**
 * Runs in the page. The contrast takes two thirds of the time of all rules, by the number of texts: of siblings that are
 * alike down to their attributes, as the rows of a list, it looks at the first three.
 * @returns each rule that is violated, with the elements
 */
async function findViolations(): Promise<string[]> {
  // A style may depend on these values, and on whether there are others.
  const styling = /^(?:class|role|type|aria-(?:current|disabled|pressed|selected|expanded|checked)|data-.*)$/
  const attributesOf = (one: Element) =>
    [...one.attributes].map(({ name, value }) => (styling.test(name) ? `${name}=${value}` : name))
  const shapeOf = (element: Element) =>
    [element, ...element.querySelectorAll('*')].map((one) => `${one.tagName} ${attributesOf(one).join(' ')}`).join()
  const repeated = [...document.body.querySelectorAll('*')].flatMap((parent) => {
    const seen = new Map<string, number>()
    return [...parent.children].filter((child) => {
      const shape = shapeOf(child)
      seen.set(shape, (seen.get(shape) ?? 0) + 1)
      return (seen.get(shape) ?? 0) > 3
    })
  })
  const contrast = 'color-contrast'
  const rest = await axe.run(document, { resultTypes: ['violations'], rules: { [contrast]: { enabled: false } } })
  const colours = await axe.run(
    { include: [document.body], exclude: repeated },
    { resultTypes: ['violations'], runOnly: [contrast] },
  )
  return [...rest.violations, ...colours.violations].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
}
