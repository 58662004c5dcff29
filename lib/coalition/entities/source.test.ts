import { describe, expect, it } from 'vitest'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { readForm } from './fields'
import { findEditable } from './find-editable'
import { saveEntity } from './save-entity'
import { source } from './source'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

describe('a source', () => {
  const full = {
    key: 'a-report',
    name: 'A report',
    publisher: 'UN Human Rights Council',
    author: 'Ann Lee',
    url: 'https://example.org/a',
    symbol: 'A/HRC/25/63',
    language: 'pt-BR',
    published: '2014-02-07',
    readSha256: 'ab'.repeat(32),
  }

  it('is kept with author, symbol, language and the hash of what was read, or without', async () => {
    const editor = await aStaffMember('editor', now)
    const read = readForm(source.schema, full)
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    expect(await saveEntity(editor, source, { form: read.form }, now)).toEqual({ ok: true, id: 'a-report' })
    const found = await findEditable(editor, source, 'a-report')
    expect(found?.values).toEqual(full)
    const bare = readForm(source.schema, { key: 'a-report', name: 'A report', publisher: 'A body' })
    if (!bare.ok) throw new Error(JSON.stringify(bare.errors))
    const { version: expectedVersion = '' } = found ?? {}
    expect(await saveEntity(editor, source, { id: 'a-report', expectedVersion, form: bare.form }, now)).toMatchObject({
      ok: true,
    })
    expect((await findEditable(editor, source, 'a-report'))?.values).toEqual({
      ...Object.fromEntries(Object.keys(full).map((name) => [name, ''])),
      key: 'a-report',
      name: 'A report',
      publisher: 'A body',
    })
  })

  it('takes no symbol, language or hash that is none', () => {
    const wrong = { ...full, symbol: '../etc?a', language: 'Korean', readSha256: 'abc' }
    expect(readForm(source.schema, wrong)).toEqual({
      ok: false,
      errors: { symbol: ['invalid'], language: ['invalid'], readSha256: ['invalid'] },
    })
  })
})
