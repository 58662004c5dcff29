import type { Page } from '@playwright/test'
import { expectAccessible } from './axe'

const looks = [
  [1280, 'light'],
  [390, 'light'],
  [1280, 'dark'],
] as const

/**
 * Expects the page to be accessible on a wide screen, on a phone and in the dark, and leaves it wide and light. With
 * SHOTS set, to a folder, a picture of each is in it.
 * @param name of the pictures
 * @param also what else must hold at a width
 */
export async function expectAccessibleInEveryLook(
  page: Page,
  name: string,
  also?: (width: number) => Promise<void>,
): Promise<void> {
  for (const [width, colorScheme] of looks) {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    const isFirst = width === 1280 && colorScheme === 'light'
    await expectAccessible(page, { where: `${name} at ${width}, ${colorScheme}`, rules: isFirst ? 'all' : 'looks' })
    await also?.(width)
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${width}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
