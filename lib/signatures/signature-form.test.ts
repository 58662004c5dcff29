import { describe, expect, it } from 'vitest'
import { sealRecord } from '@/lib/vault/seal-record'
import en from '@/messages/en.json'
import { fields } from '@/test/a-petition'
import {
  contentFields,
  contentMac,
  limits,
  personalData,
  personalDataOf,
  readForm,
  type SignedContent,
} from './signature-form'

const errorsOf = (more: Record<string, string>) => {
  const read = readForm(fields('a@example.org', more))
  return read.ok ? {} : read.errors
}

describe('readForm', () => {
  it.each(['김지수', 'Ζωή Παπαδοπούλου', 'محمد', 'O’Brien-Łukasz', 'X Æ A-12', '李', 'नेहा', 'ก', 'Nguyễn Văn An'])(
    'takes the name %s',
    (name) => {
      expect(readForm(fields('a@example.org', { name }))).toMatchObject({ ok: true, form: { name } })
    },
  )

  it.each([
    [{ name: '' }, { name: ['missing'] }],
    [{ name: ' . ' }, { name: ['missing'] }],
    [{ name: 'a'.repeat(201) }, { name: ['too_long'] }],
    [{ name: 'A\r\nBcc: b@example.org' }, { name: ['bad_characters'] }],
    [{ name: 'A\u0000' }, { name: ['bad_characters'] }],
    [{ name: 'A\ufffd' }, { name: ['bad_characters'] }],
    [{ name: 'A\u202egnp' }, { name: ['direction_marks'] }],
    [{ name: 'A\u2068gnp\u2069 B' }, { name: ['direction_marks'] }],
    [{ comment: 'a\u202eb' }, { comment: ['direction_marks'] }],
    [{ name: 'A\ud800' }, { name: ['bad_characters'] }],
    [{ email: '' }, { email: ['missing'] }],
    [{ email: 'a@' }, { email: ['invalid'] }],
    [{ email: 'a@example.org/x' }, { email: ['domain'] }],
    [{ email: 'a@exam\u00adple.org' }, { email: ['hidden'] }],
    [{ email: `${'a'.repeat(250)}@example.org` }, { email: ['too_long'] }],
    [{ country: '' }, { country: ['missing'] }],
    [{ country: 'ZZ' }, { country: ['unknown'] }],
    [{ country: '__proto__' }, { country: ['unknown'] }],
    [{ display: 'loud' }, { display: ['unknown'] }],
    [{ comment: 'a'.repeat(1001) }, { comment: ['too_long'] }],
    [{ comment: 'a\u0000' }, { comment: ['bad_characters'] }],
    [{ consent: '' }, { consent: ['missing'] }],
    [{ consent: 'off' }, { consent: ['missing'] }],
  ])('refuses %j', (more, errors) => {
    expect(errorsOf(more)).toEqual(errors)
  })

  it.each(['\u115f\u1160', '\u3164', '\uffa0', '\u2800', '\u0301\u0308', '\ufe0f', '\u200d', '\u{e0041}', '\u{13441}'])(
    'asks for a name where one shows nothing: %j',
    (blank) => {
      expect(errorsOf({ name: blank })).toEqual({ name: ['missing'] })
      expect(errorsOf({ name: `${blank} -${blank}.` })).toEqual({ name: ['missing'] })
    },
  )

  it('trims the invisible marks that pasting leaves around a name, and keeps joiners within it', () => {
    const read = readForm(
      fields('a@example.org', {
        name: '\ufeff\u202aකීර්ති ශ්‍රී\u202c\u200e',
        comment: '\u2067علی\u200cرضا\u2069\r\n\u202ab\u202c',
      }),
    )
    expect(read).toMatchObject({ ok: true, form: { name: 'කීර්ති ශ්\u200dරී', comment: 'علی\u200cرضا\nb' } })
  })

  it('reports all errors at once', () => {
    const read = readForm({})
    expect(read.ok ? {} : Object.keys(read.errors).sort()).toEqual(['consent', 'country', 'email', 'name'])
  })

  it('counts characters as people do, accepts a multi-line comment, and has privacy-preserving defaults', () => {
    const comment = `${'😀'.repeat(limits.comment - 2)}\r\nb`
    expect(readForm(fields('a@example.org', { comment }))).toMatchObject({
      ok: true,
      form: { updates: false, via: null, text: null },
    })
    expect(readForm({ ...fields('a@example.org'), display: '' }).ok).toBe(false)
    const { display: _, ...rest } = fields('a@example.org')
    expect(readForm(rest)).toMatchObject({ ok: true, form: { display: 'initials' } })
  })

  it('has words for every code it gives', () => {
    const words: Record<string, Record<string, string>> = en.form.errors
    const wrong: Record<string, string>[] = [
      { name: '' },
      { name: 'a'.repeat(201) },
      { name: '\u0000' },
      { name: 'a\u202eb' },
      { comment: 'a\u2067b' },
      { email: '' },
      { email: 'a' },
      { email: 'a@b' },
      { email: 'a\u00ad@b.org' },
      { email: 'a'.repeat(255) },
      { country: '' },
      { country: 'ZZ' },
      { display: 'x' },
      { comment: 'a'.repeat(1001) },
      { comment: '\u0000' },
      { consent: '' },
    ]
    for (const more of wrong) {
      for (const [field, codes] of Object.entries(errorsOf(more)))
        for (const code of codes) expect(words[field]?.[code], `${field}.${code}`).toBeTruthy()
    }
  })
})

describe('what follows from the form', () => {
  const content: SignedContent = {
    name: '김지수',
    email: { deliverable: 'Kim@example.org', canonical: 'kim@example.org' },
    country: 'KR',
    display: 'full',
    neutral: 1,
    comment: 'Why',
    updates: true,
    via: 'kontras',
  }

  it('two forms that differ in any field have different ids; equal forms have the same', () => {
    const mac = (more: object) => contentMac('a petition', { ...content, ...more }).toString('hex')
    const changed = contentFields.map((field) => mac({ [field]: 'something else' }))
    expect(new Set([mac({}), ...changed]).size).toBe(contentFields.length + 1)
    expect(mac({ text: Buffer.alloc(32) })).toBe(mac({}))
  })

  it('encrypts what is about the person, with the address that mail goes to', () => {
    const data = personalDataOf(content)
    expect(data).toEqual({ name: '김지수', email: 'Kim@example.org', comment: 'Why', neutral: 1 })
    expect(personalData.strict().parse(data)).toEqual(data)
  })

  it('is as long sealed with a wish for neutral mail as without, and reads what was sealed before there was one', () => {
    const sizes = ([0, 1] as const).map((neutral) => sealRecord(personalDataOf({ ...content, neutral })).length)
    expect(sizes[0]).toBe(sizes[1])
    const { neutral: _, ...before } = personalDataOf(content)
    expect(personalData.parse(before).neutral).toBe(0)
  })
})
