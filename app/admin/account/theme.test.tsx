import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { readerTheme } from '@/lib/web/admin/reader-theme'
import { aSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import Layout from '../layout'
import { setTheme } from './actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

let userId = ''
beforeEach(async () => {
  browser.cookie = `auditor ${Math.random()}`
  const session = await aSession('auditor', new Date(), browser.cookie)
  userId = session.user.id
})

const page = async () => renderToStaticMarkup(await Layout({ children: 'x' }))

test('the browser decides until a person chooses; then each page comes in their colours, from its first byte', async () => {
  expect(await page()).not.toContain('data-theme')
  expect(await outcomeOf(setTheme(formOf({ theme: 'dark' })))).toBe('redirect /admin/account?done=saved')
  expect(await page()).toContain('<html lang="en" data-theme="dark">')
  await outcomeOf(setTheme(formOf({ theme: 'system' })))
  expect(await page()).not.toContain('data-theme')
})

test('other colours are refused; ones that were stored and are gone leave it to the browser', async () => {
  expect(await outcomeOf(setTheme(formOf({ theme: 'pink' })))).toMatch(/problem=theme_unknown/)
  await db().user.update({ where: { id: userId }, data: { theme: 'pink' } })
  expect(await readerTheme()).toBeNull()
})
