import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axeCore from 'axe-core'

declare const axe: typeof axeCore

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How a page is looked at by a story that looks at many. */
interface Look {
  /** Says where each violation is; the story goes on. */
  where: string
  /**
   * `looks`: of a page on which all rules were run at another size, those whose outcome depends on colour, size or
   * place, as axe describes its rules, and names of controls, of which some are shown on a phone alone.
   */
  rules?: 'all' | 'looks'
  /** A selector of what was looked at on another page: its contrast is not measured again. */
  known?: string
}

const looks = [
  'button-name',
  'color-contrast',
  'label',
  'link-in-text-block',
  'link-name',
  'scrollable-region-focusable',
  'select-name',
  'target-size',
]

/** Expects no violation of WCAG 2.2 A and AA, nor of axe's best practices, on the current page. */
export async function expectAccessible(page: Page, look?: Look): Promise<void> {
  // What such a frame shows is a page of its own, which is looked at where it stands alone. No page of ours has other
  // frames.
  expect(page.frames()).toHaveLength(1 + (await page.locator('iframe[sandbox]').count()))
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const only = look?.rules === 'looks' ? looks : null
  const violations = await page.evaluate(findViolations, { only, known: look?.known ?? null })
  if (look) expect.soft(violations, look.where).toEqual([])
  else expect(violations).toEqual([])
}

/**
 * Runs in the page. The contrast takes most of the time of all rules, by the number of texts: of siblings that are alike
 * down to their attributes, as the rows of a list, it looks at the first three.
 * @returns each rule that is violated, with the elements
 */
async function findViolations({ only, known }: { only: string[] | null; known: string | null }): Promise<string[]> {
  // A style may depend on these values, and on whether there are others.
  const styling = /^(?:class|role|type|aria-(?:current|disabled|pressed|selected|expanded|checked)|data-.*)$/
  const attributesOf = (one: Element) =>
    [...one.attributes].map(({ name, value }) => (styling.test(name) ? `${name}=${value}` : name))
  // Each element's shape is made once, from those of its children.
  const repeated = known ? [...document.querySelectorAll(known)] : []
  const shapeOf = (element: Element): string => {
    const seen = new Map<string, number>()
    const inside = [...element.children].map((child) => {
      const shape = shapeOf(child)
      seen.set(shape, (seen.get(shape) ?? 0) + 1)
      if ((seen.get(shape) ?? 0) > 3) repeated.push(child)
      return shape
    })
    return `${element.tagName} ${attributesOf(element).join(' ')}(${inside.join()})`
  }
  shapeOf(document.body)
  const marked = repeated.flatMap((one) => [one, ...one.querySelectorAll('*')])
  for (const one of marked) one.setAttribute('data-looked-at', '')
  axe.configure({ rules: [{ id: 'color-contrast', selector: '*:not([data-looked-at])' }] })
  const { violations } = await axe.run(document, {
    iframes: false,
    resultTypes: ['violations'],
    ...(only && { runOnly: only }),
  })
  for (const one of marked) one.removeAttribute('data-looked-at')
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
