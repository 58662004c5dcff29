import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SubjectName } from '@/lib/search/name-subjects'
import type { AuditView } from '@/lib/staff/audit/list-entries'
import en from '@/messages/admin/en.json' with { type: 'json' }
import { AuditSentence } from './audit-sentence'

const entry = (verb: string, subject: string, detail: AuditView['detail'] = {}): AuditView => ({
  seq: 1n,
  at: new Date(0),
  who: 'anna@example.org',
  signedIn: '',
  verb,
  subject,
  detail,
})
const names = new Map<string, SubjectName>([
  ['petition:1', { title: 'The Security Council must act', language: 'en' }],
  ['petition:2', { title: '지금 행동하라', language: 'ko' }],
  ['petition:3', { title: 'x'.repeat(200), language: 'en' }],
  ['petition:4', { title: 'A fourth', language: 'en' }],
  ['staff:1', { title: 'anna@example.org', language: null }],
  ['export:1', { signatures: 1_200, verb: null }],
  ['bulk:1', { signatures: 300, verb: 'remove' }],
])
const html = (...all: AuditView[]) => renderToStaticMarkup(<AuditSentence all={all} names={names} links />)
const text = (...all: AuditView[]) => html(...all).replaceAll(/<[^>]*>/g, '')

test('a sentence names what it is about, and leads to it', () => {
  expect(html(entry('petition.open', 'petition:1'))).toBe(
    'opened the petition “<a href="/admin/petitions/1">The Security Council must act</a>”',
  )
  const own = <AuditSentence all={[entry('petition.open', 'petition:1')]} names={names} links={false} />
  expect(renderToStaticMarkup(own)).toBe('opened the petition “The Security Council must act”')
  expect(text(entry('petition.draft', 'petition:1', { locale: 'ko' }))).toBe(
    'edited the Korean text of the petition “The Security Council must act”',
  )
  expect(text(entry('staff.invite', 'staff:1', { role: 'editor' }))).toBe('invited anna@example.org as editor')
  expect(text(entry('staff.change_role', 'staff:1', { from: 'editor', to: 'owner' }))).toContain('role to owner')
  expect(text(entry('statement.publish', 'statement:3'))).toBe('published version 3 of the statement')
  expect(text(entry('government.save', 'government:KR.foreign_ministry'))).toContain('“South Korea, foreign ministry”')
  expect(text(entry('site.words.ko', 'site:home'))).toBe('edited the Korean text of “Home page”')
  expect(text(entry('settings.save', 'setting:defaultGoal'))).toContain('“Goal of a new petition, in signatures”')
  expect(html(entry('export.save_recipient', 'recipient:1', { name: 'An office' }))).toContain('“<bdi>An office</bdi>”')
  expect(html(entry('petition.close', 'petition:2'))).toContain('<span lang="ko">지금 행동하라</span>')
  expect(text(entry('petition.close', 'petition:3')).length).toBeLessThan(130)
})

test('a published version leads to what it changed; a first one changed nothing', () => {
  const published = (version: number) => entry('petition.publish_text', 'petition:1', { locale: 'ko', version })
  expect(html(published(2))).toContain(
    ' · <a href="/admin/petitions/1/texts/ko/versions?from=1&amp;to=2">See change</a>',
  )
  expect(text(published(1))).toBe('published the Korean text of the petition “The Security Council must act”')
})

test('a decision says what was decided, as far as the entry tells', () => {
  expect(text(entry('approval.approve', 'export:1', { for: 'export.personal' }))).toBe(
    'approved: Export names or addresses (1,200 signatures)',
  )
  const removal = { for: 'bulk.approve', what: 'remove', signatures: '300' }
  expect(text(entry('approval.ask', 'bulk:1', removal))).toBe('requested approval: Remove 300 signatures')
  const closing = { for: 'petition.change_status', step: 'close' }
  expect(text(entry('approval.schedule', 'petition:1', closing))).toContain('Close (The Security Council must act)')
  expect(text(entry('approval.refuse', 'petition:9', { for: 'petition.delete' }))).toBe('declined: Remove a petition')
  expect(text(entry('approval.refuse', 'petition:9'))).toBe('declined a request')
})

test('what is gone, a signer, and an entry that says too little have the sentence without a name', () => {
  expect(text(entry('petition.open', 'petition:9'))).toBe('opened a petition')
  expect(text(entry('signature.open', 'signature:abc', { why: 'asked' }))).toBe('opened a signer’s data')
  expect(text(entry('petition.draft', 'petition:1'))).toBe('edited a petition text')
  expect(text(entry('petition.draft', 'petition:1', { locale: 'zz' }))).toBe('edited a petition text')
  expect(text(entry('staff.invite', 'staff:1'))).toBe('invited a person')
})

test('one act of several entries says how often, or names the first of what it was done to', () => {
  const open = (id: number) => entry('petition.open', `petition:${id}`)
  expect(text(open(1), open(1))).toBe('opened the petition “The Security Council must act” (2 times)')
  expect(text(open(4), open(2))).toBe('opened 2 petitions: A fourth, 지금 행동하라')
  expect(text(open(4), open(2), open(1), open(3))).toBe(
    'opened 4 petitions: A fourth, 지금 행동하라, The Security Council must act …',
  )
  expect(text(entry('signature.hold', 'signature:a'), entry('signature.hold', 'signature:b'))).toBe('held 2 signatures')
})

test('each sentence is of an act that has words without a name too', () => {
  const parts = new Set(['request', 'times', 'several', 'signatures'])
  expect(Object.keys(en.actOn).filter((key) => !parts.has(key) && !Object.hasOwn(en.act, key))).toEqual([])
})
