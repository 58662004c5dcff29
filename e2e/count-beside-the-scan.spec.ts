import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectAccessibleInEveryLook } from './support/every-look'
import { TITLE } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** A PNG of stripes, with a remark that no other sheet has. */
function scan() {
  const [width, height] = [900, 1400]
  const line = (y: number) => Buffer.concat([Buffer.from([0]), Buffer.alloc(width, y % 60 < 4 ? 60 : 250)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, (_, y) => line(y))))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const remark = Buffer.concat([Buffer.from('Comment\0'), randomBytes(16)])
  const parts = [chunk('IHDR', header), chunk('tEXt', remark), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  const buffer = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts])
  return { name: 'sheet.png', mimeType: 'image/png', buffer }
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, end] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  end.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, end])
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

async function enter(page: Page, number: string, place = 'Geneva, Place des Nations'): Promise<void> {
  await page.goto('/admin/paper/new')
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByLabel('Place').fill(place)
  await page.getByLabel('Day').fill('2026-11-14')
  await page.getByLabel('Collector of the signatures').fill('Test Collector')
  await page.getByLabel('Valid signatures').fill(number)
  await page.getByLabel('Scan').setInputFiles(scan())
  await page.getByRole('button', { name: 'Submit sheet' }).click()
  await expect(page.getByRole('status')).toBeVisible()
}

const show = (page: Page) => page.getByRole('button', { name: 'Show scan and count (logged)' }).click()
const NEXT = 'Count the next sheet (logged)'
const next = (page: Page) => page.getByRole('button', { name: NEXT }).click()
const number = (page: Page) => page.getByLabel('Valid signatures on the scan')

test('both who count a sheet see its scan beside the number, by keys alone; nobody else gets it by its address', async ({
  browser,
}) => {
  const ann = (await signInAs(browser, 'moderator')).page
  const ben = (await signInAs(browser, 'owner')).page
  await enter(ann, '7')
  await ben.goto(ann.url().replace(/\?.*/, ''))
  await show(ben)
  const picture = ben.getByRole('img', { name: /^Scan of Geneva/ })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(900)
  await expect(ben.getByRole('table')).toContainText('paper.open')

  const looked = await withScripts(browser, ben)
  await expectAccessibleInEveryLook(looked, 'scan', async (width) => {
    const [left, right] = [
      await looked.locator('.scan').boundingBox(),
      await looked.locator('.counted-beside').boundingBox(),
    ]
    if (width === 1280) expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1)
    else expect(right?.y).toBeGreaterThan((left?.y ?? 0) + (left?.height ?? 0) - 1)
  })

  // A PDF is shown in a frame of that page, and either in a tab of its own.
  const framed = (await ben.request.get((await picture.getAttribute('src')) ?? '')).headers()
  expect(framed['x-frame-options']).toBe('SAMEORIGIN')
  expect(framed['content-security-policy']).toMatch(/^default-src 'none';.* frame-ancestors 'self'$/)
  const tab = ben.getByRole('link', { name: 'Scan in a tab of its own' })
  await expect(tab).toHaveAttribute('href', (await picture.getAttribute('src')) ?? '')

  // The address alone opens it for nobody else, nor a moment after another's recorded opening.
  const address = (await picture.getAttribute('src')) ?? ''
  expect((await ann.request.get(address)).headers()['content-type']).toContain('text/html')

  // What cannot be read leaves the scan where it is; Enter submits.
  await number(ben).fill('many')
  await number(ben).press('Enter')
  await expect(ben.getByRole('alert')).toBeVisible()
  await expect(picture).toBeVisible()
  await number(ben).fill('8')
  await number(ben).press('Enter')
  await expect(ben.getByRole('status')).toContainText('The two counts do not match')
  await expect(picture).toHaveCount(0)

  // In the next round the first sees it too.
  await ann.goto(ben.url().replace(/\?.*/, ''))
  await show(ann)
  await expect(ann.getByRole('img', { name: /^Scan of Geneva/ })).toBeVisible()
  await number(ann).fill('8')
  await number(ann).press('Enter')
  await expect(ann.getByRole('main')).toContainText('You have submitted your count')
})

test('who enters a sheet without its number counts it beside the scan, and goes on to the next one', async ({
  browser,
}) => {
  const [cho, dan] = [(await signInAs(browser, 'moderator')).page, (await signInAs(browser, 'owner')).page]
  const places = ['Geneva, first of two', 'Geneva, second of two']
  for (const place of places) {
    await enter(cho, '', place)
    await expect(cho.getByRole('status')).toContainText('Now count on its scan')
    await expect(cho.getByRole('img', { name: `Scan of ${place}` })).toBeVisible()
    await expect(cho.getByRole('table')).toContainText('paper.open')
    if (place === places[0]) {
      await number(cho).fill('7')
      await number(cho).press('Enter')
      await expect(cho.getByRole('status')).toContainText('Awaiting the other person’s count')
    }
  }
  // The second one waits for her still: she comes to it from the first, which was entered just before.
  const list = async (page: Page) => {
    await page.goto('/admin/paper')
    await page.getByRole('link', { name: places[0] }).click()
  }
  await list(cho)
  await expect(cho.getByRole('main')).toContainText(/\d+ sheets? awaits? your count/)
  await next(cho)
  await expect(cho.getByRole('img', { name: `Scan of ${places[1]}` })).toBeVisible()
  await number(cho).fill('8')
  await number(cho).press('Enter')
  await expect(cho.getByRole('status')).toContainText('Awaiting the other person’s count')

  // The other person: from sheet to sheet, each with its scan, whatever else waits in between.
  await list(dan)
  await show(dan)
  await number(dan).fill('7')
  await number(dan).press('Enter')
  await expect(dan.getByRole('status')).toContainText('The counts match')
  await expectAccessibleInEveryLook(await withScripts(browser, dan), 'next-sheet')
  await next(dan)
  await expect(dan.getByRole('img', { name: `Scan of ${places[1]}` })).toBeVisible()
  await number(dan).fill('8')
  await number(dan).press('Enter')
  await expect(dan.getByRole('status')).toContainText('The counts match')
})
