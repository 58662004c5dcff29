import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { entityViews } from '@/components/admin/coalition/entities/entity-views'
import { pool } from '@/lib/db'
import { createMailing } from '@/lib/mailings/draft'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import type { StaffRole } from '@/prisma/generated/enums'
import { aPetition } from '@/test/a-petition'
import { aSheet } from '@/test/a-sheet'
import { aSession } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { endpointsBelow } from '@/test/endpoints'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'

// A language without a Latin letter, in the place of Korean: what stands on a page in Latin letters is not translated.
const reader = vi.hoisted(() => ({ language: 'en' as 'en' | 'ko' }))
vi.mock('@/messages/admin/ko.json', async () => {
  const { changeWords } = await vi.importActual<typeof import('@/messages/icu')>('@/messages/icu')
  const { default: en } = await vi.importActual<{ default: Record<string, Record<string, string>> }>(
    '@/messages/admin/en.json',
  )
  const hidden = (message: string) => changeWords(message, (words) => words.replaceAll(/[A-Za-z]/g, 'ㅁ'))
  const areas = Object.entries(en).map(([area, words]) => [
    area,
    Object.fromEntries(Object.entries(words).map(([name, message]) => [name, hidden(message)])),
  ])
  return { default: Object.fromEntries(areas) }
})
vi.mock('@/lib/web/admin/reader-language', () => ({
  readLanguage: async () => reader.language,
  readerLanguage: () => reader.language,
}))
vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

// Read while the language was another: a module's constant that holds words would show them.
const pages = (await endpointsBelow('admin')).filter(({ kind }) => kind === 'page')
const rows: Record<string, string> = {}

async function signInAs(role: StaffRole): Promise<Staff> {
  browser.cookie = `${role} ${Math.random()}`
  const { id, user, device } = await aSession(role, new Date(), browser.cookie)
  return { id: user.id, email: user.email, role, session: { id, device, factor: 'app' } }
}

beforeAll(async () => {
  const now = new Date()
  const petition = await aPetition('untranslated')
  const moderator = await signInAs('moderator')
  const owner = await signInAs('owner')
  const people = [{ name: '김철수', email: '1@2.3', comment: '의견' }]
  await heldSignatures(petition, people, now, { signals: 'busy_network solved_task' })
  const { rows: found } = await pool().query('SELECT petition_id, email_index FROM signature')
  const mailing = await createMailing(owner, petition, now)
  Object.assign(rows, {
    petitions: petition,
    signatures: keyText({ petitionId: found[0].petition_id, emailIndex: found[0].email_index }),
    updates: mailing.ok ? mailing.id : '',
    paper: await aSheet(moderator, petition, 3, now),
    staff: moderator.id,
  })
  reader.language = 'ko'
})

async function render(page: (typeof pages)[number], more: Record<string, string>): Promise<string> {
  const noun = /admin\/(?:coalition\/)?(\w[\w-]*)/.exec(page.name)?.[1] ?? ''
  const params = { locale: 'ko', kind: 'site', key: 'home', act: 'end-all-sessions', id: rows[noun] ?? 'none', ...more }
  if (noun === 'signatures') params.key = rows.signatures ?? ''
  const given = { params: Promise.resolve(params), searchParams: Promise.resolve({}) }
  const made = await page.call(given as never)
  const { prelude } = await prerender(createElement('div', null, made as ReactNode))
  return new Response(prelude).text()
}

/** Untranslated content: data, code, times, and text in a language of its own. */
const asItIs = [
  /<(script|code|time|textarea|bdi|blockquote|q|iframe)\b[\s\S]*?<\/\1>/g,
  /<select name="(zone|language)"[\s\S]*?<\/select>/g,
  // The verbs and details of the audit log, as they are stored.
  /<details>[\s\S]*?<\/details>/g,
  /placeholder="signature.remove"/g,
  /<(\w+)[^>]* lang="[^"]*"[^>]*>[\s\S]*?<\/\1>/g,
]
// Names of formats, of units and of marks, and the data of the fixture.
const names =
  /[A-Z0-9]{4}-[A-Z0-9]{4}|npm run [\w:]+( -- [\w@. -]+)?|https?:\/\/\S*|\S+@\S+|\/\S*untranslated\S*|\/…\/[\w-]+\/|SHA-256|Markdown|HTML|JavaScript|\b(UTC|PDF|PNG|JPEG|WebP|CSV|JSON|Lines|API|QR|PIN|KB|MB|age1|en|ko|ja|other|untranslated|Firefox|Linux|Geneva|A call)\b|A\/HRC\/25\/63|sha256sum/g

/** The words of a page in Latin letters, of its text and of what is read out. */
function latin(html: string): string[] {
  const bare = asItIs.reduce((text, part) => text.replaceAll(part, ' '), html)
  const read = [...bare.matchAll(/ (?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(([, text]) => text)
  const texts = [bare.replaceAll(/<[^>]*>/g, '\n'), ...read].join('\n').replaceAll(/&\w+;|&#\w+;/g, ' ')
  return texts
    .replaceAll(names, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[A-Za-z]{3}/.test(line))
}

test.each(pages.map((page) => [page.name, page] as const))('%s has no word of English', async (name, page) => {
  await signInAs(
    (['owner', 'moderator', 'editor', 'auditor'] as const).find((role) => !page.verb || may(role, page.verb)) ??
      'owner',
  )
  const kinds = name.includes('[entity]') ? Object.keys(entityViews) : ['']
  for (const entity of kinds) {
    const html = await render(page, { entity }).catch((error: Error) => {
      if (/^(redirect \/|not found)/.test(error.message)) return ''
      throw error
    })
    expect(latin(html)).toEqual([])
  }
})
