import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { answerFile } from '@/lib/web/answer-file'
import { aPdf, aPng } from '@/test/a-document'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { activity } from '../entities/activity'
import { document } from '../entities/document'
import { readForm } from '../entities/fields'
import { findEditable } from '../entities/find-editable'
import { saveEntity } from '../entities/save-entity'
import { findActivity } from '../find-activity'
import { addDocument } from './add-document'
import { MAX_DOCUMENT_BYTES } from './document-types'
import { findDocumentFile } from './find-document-file'
import { listDocuments } from './list-documents'
import { removeDocument } from './remove-document'

useDatabase()

const now = new Date('2026-11-28T10:00:00Z')
let editor: Staff

beforeAll(async () => {
  editor = await aStaffMember('editor', now)
})

function form(slug: string) {
  const read = readForm(document.schema, { slug, title: 'A letter', language: 'en', dated: '2026-11' })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.form
}

const add = async (slug: string, file: Uint8Array) => {
  const result = await addDocument(editor, form(slug), file, now)
  return result.ok || result.reason
}

const ask = async (slug: string, headers: Record<string, string> = {}) =>
  answerFile(await findDocumentFile(slug), new Request('http://localhost/', { headers }))

it('is public once added, as a file to save, in a sandbox, with the hash of its bytes as entity tag', async () => {
  const file = aPdf()
  expect(await add('a-letter', file)).toBe(true)
  expect(await listDocuments()).toMatchObject([{ slug: 'a-letter', type: 'pdf', size: file.length, language: 'en' }])

  const answer = await ask('a-letter')
  const etag = `"${createHash('sha256').update(file).digest('hex')}"`
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="a-letter.pdf"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    etag,
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true)
  expect((await ask('a-letter', { 'if-none-match': `"other", ${etag}` })).status).toBe(304)
  expect((await ask('a-letter', { 'if-none-match': '"other"' })).status).toBe(200)
  expect((await ask('another')).status).toBe(404)
  expect((await ask('../a-letter')).status).toBe(404)
})

it('takes a file once and an address once, also of many at once', async () => {
  const file = aPdf()
  const results = await Promise.all(Array.from({ length: 6 }, (_, i) => add(`once-${i}`, file)))
  expect(results.filter((result) => result === true)).toHaveLength(1)
  expect(results.filter((result) => result === 'file_known')).toHaveLength(5)
  const same = await Promise.all(Array.from({ length: 6 }, () => add('same-address', aPdf())))
  expect(same.filter((result) => result === true)).toHaveLength(1)
  expect(same.filter((result) => result === 'taken')).toHaveLength(5)
  expect(await db().documentFile.count()).toBe(await db().document.count())
})

it('takes no other type, nothing too large and nothing empty, and nothing from those who may not', async () => {
  expect(await add('html', Buffer.from('<!doctype html>'))).toBe('file_type')
  expect(await add('disguised', Buffer.from('%PDF-1.7\n<script>alert(1)</script>'))).toBe('file_broken')
  expect(await add('script', aPdf('<< /S /JavaScript /JS (x) >>'))).toBe('file_active')
  expect(await add('large', Buffer.concat([aPdf(), Buffer.alloc(MAX_DOCUMENT_BYTES)]))).toBe('file_too_large')
  expect(await add('empty', new Uint8Array())).toBe('file_missing')
  const auditor = await aStaffMember('auditor', now)
  await expect(addDocument(auditor, form('auditor'), aPdf(), now)).rejects.toThrow()
  expect(
    await db().document.count({
      where: { slug: { in: ['html', 'disguised', 'script', 'large', 'empty', 'auditor'] } },
    }),
  ).toBe(0)
})

it('is named by an activity until it is removed; the audit log keeps its hash', async () => {
  const added = await addDocument(editor, form('with-activity'), aPng(), now)
  if (!added.ok) throw new Error(added.reason)
  const read = readForm(activity.schema, { slug: 'a-day', happened: '2026-11-01', documents: added.id })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const saved = await saveEntity(editor, activity, { form: read.form }, now)
  if (!saved.ok) throw new Error(JSON.stringify(saved.errors))
  await db().activityText.create({ data: { activityId: saved.id, locale: 'en', title: 'A day', body: 'It was.' } })
  await db().activity.update({ where: { id: saved.id }, data: { publishedAt: now } })
  const named = async () => (await findActivity('a-day', 'fr'))?.documents.map(({ slug }) => slug)
  expect(await named()).toEqual(['with-activity'])
  expect((await findEditable(editor, activity, saved.id))?.values.documents).toBe(added.id)
  expect((await ask('with-activity')).headers.get('content-type')).toBe('image/png')

  const removals = await Promise.all([1, 2, 3].map(() => removeDocument(editor, added.id, 'an error', now)))
  expect(removals.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await named()).toEqual([])
  expect((await ask('with-activity')).status).toBe(404)
  expect(await db().documentFile.count({ where: { documentId: added.id } })).toBe(0)
  const entries = await db().auditEntry.findMany({
    where: { subject: `document:${added.id}` },
    orderBy: { seq: 'asc' },
  })
  expect(entries.map(({ verb }) => verb)).toEqual(['document.add', 'document.remove'])
  expect(JSON.stringify(entries[1]?.detail)).toMatch(/[0-9a-f]{64}/)
})

it('is not added by the form that changes its title', async () => {
  const result = await saveEntity(editor, document, { form: form('no-file') }, now)
  expect(result).toEqual({ ok: false, errors: { slug: ['taken'] } })
})
