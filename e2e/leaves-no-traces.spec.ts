import { readFile } from 'node:fs/promises'
import { thisSite } from '@/test/sites.mjs'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { confirm, fillIn, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

test('no page asks another machine for anything, sets a cookie or stores something', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  const person = newPerson()
  const strangers: string[] = []
  page.on('request', (asked) => {
    if (!asked.url().startsWith(`${baseURL}/`) && !asked.url().startsWith('data:')) strangers.push(asked.url())
  })
  for (const path of [
    '/en',
    '/en/petitions',
    `/ko/petitions/${SLUG}`,
    '/en/activities/commission-of-inquiry',
    '/en/nowhere',
  ])
    await (path === '/en/nowhere' ? page.goto(path) : openPage(page, path))
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')
  expect(strangers).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('nothing about a person is in the log, whatever they do', async ({ page, request }) => {
  const person = newPerson({ name: 'Traceable Name' })
  await fillIn(page, { ...person, email: 'traceable wrong address' })
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await sign(page, person)
  const link = await mailedLink(request, person.email)
  await page.goto(link)
  await request.post(`/api/v1/petitions/${SLUG}/signatures`, {
    data: '{"name":"Traceable Name',
    headers: { 'content-type': 'application/json' },
  })
  await request.get(`/en/petitions/${SLUG}?email=${person.email}`)
  await request.get(`/en/${person.email}/%00`)
  const log = await readFile(thisSite().log, 'utf8')
  for (const trace of [person.email, 'traceable', 'Traceable', link.slice(-43), '127.0.0.1', 'Mozilla'])
    expect(log).not.toContain(trace)
})

test('the page behind the mailed link is kept by nobody and found by nobody', async ({ page, request }) => {
  const person = newPerson()
  await sign(page, person)
  const answer = await request.get(await mailedLink(request, person.email))
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(answer.headers()['referrer-policy']).toBe('strict-origin')
  expect(await answer.text()).toContain('noindex')
})

test('three presses of Esc leave for a page about nothing, from which “Back” does not lead here', async ({ page }) => {
  await page.route('https://www.bing.com/', (route) => route.fulfill({ body: 'elsewhere' }))
  for (const path of ['/en/at-risk', `/ar/petitions/${SLUG}`]) {
    await page.goto('/en/press')
    await openPage(page, path)
    await expect(page.locator('[data-exit]').first()).toHaveAttribute('title', /Esc/)
    // Another key between them, as by somebody who closes a menu: nothing.
    for (const key of ['Escape', 'Escape', 'Tab', 'Escape', 'Escape']) await page.keyboard.press(key)
    expect(new URL(page.url()).pathname).toBe(path)
    // While letters are composed, Esc takes them back.
    await page.evaluate(() => {
      for (let i = 0; i < 3; i += 1) dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true }))
    })
    expect(new URL(page.url()).pathname).toBe(path)
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL('https://www.bing.com/')
    await page.goBack()
    await expect(page).toHaveURL(/\/en\/press$/)
  }
  await page.goto('/en/at-risk')
  await expect(page.getByText('press the Esc key three times')).toBeVisible()
})
