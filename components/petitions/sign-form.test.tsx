import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ErrorSummary } from '@/components/ui/error-summary'
import { emptyForm } from '@/lib/integrity/form-state'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { readForm, signatureFields } from '@/lib/signatures/signature-form'
import { formErrors } from '@/messages/form-errors'
import { locales, translator } from '@/messages/translator'
import { SignForm } from './sign-form'

const petition = { slug: 'a-petition', text: { sha256: 'ab'.repeat(32) } } as PetitionView

const form = (draft = emptyForm) => renderToStaticMarkup(<SignForm petition={petition} locale="en" draft={draft} />)

/** One form with every field wrong, and one that is too long. */
const wrongFields: Record<string, string>[] = [
  { name: '', email: '', country: '', display: 'loud', comment: '\u0001' },
  { name: 'a'.repeat(201), email: 'x', country: 'ZZ', comment: 'a'.repeat(1001) },
  { name: '\u202e', email: `${'a'.repeat(300)}@example.org` },
]
const wrong = wrongFields.map(readForm)

describe('the form', () => {
  test('posts every field that the endpoint reads, with the version of the text shown next to it', () => {
    const names = [...form().matchAll(/ name="(\w+)"/g)].map(([, name]) => name)
    expect([...new Set(names)]).toEqual([
      'name',
      'email',
      'country',
      'display',
      'neutral',
      'consent',
      'updates',
      'comment',
      'locale',
      'text',
      'made',
      'website',
    ])
    expect(form()).toContain(`name="text" value="${'ab'.repeat(32)}"`)
    expect(form()).toContain('action="/api/v1/petitions/a-petition/signatures"')
  })

  test('ticks nothing in advance, and shows initials by default', () => {
    expect(form().match(/<input[^>]*checked=""[^>]*>/g)).toEqual([expect.stringContaining('value="initials"')])
  })

  test('keeps what was typed', () => {
    const typed = {
      name: '김 "유나" <b>',
      email: 'a@example.org',
      country: 'KR',
      display: 'hidden',
      comment: 'Why\nnot',
    }
    const kept = form({ values: { ...typed, updates: 'on', neutral: 'on', consent: 'on', via: 'kontras' }, errors: {} })
    expect(kept).toContain('value="김 &quot;유나&quot; &lt;b&gt;"')
    expect(kept).toContain('<option value="KR" selected="">')
    expect(kept).toContain('Why\nnot</textarea>')
    expect(kept).toMatch(/<details[^>]* open=""/)
    expect(kept).toContain('name="via" value="kontras"')
    expect(kept.match(/checked=""/g)).toHaveLength(4)
  })

  test('every error links from the summary to a control that names its error', () => {
    for (const result of wrong) {
      if (result.ok) throw new Error('accepted')
      const page = form({ values: {}, errors: result.errors })
      const summary = renderToStaticMarkup(
        <ErrorSummary title="" errors={formErrors('form', result.errors, signatureFields, 'en')} />,
      )
      const targets = [...summary.matchAll(/href="#(\w+)"/g)].map(([, id]) => id)
      expect(targets).toHaveLength(Object.values(result.errors).flat().length)
      for (const id of targets) {
        expect(page).toContain(` id="${id}"`)
        expect(page).toContain(`id="${id}-error"`)
        expect(page).toMatch(new RegExp(`aria-describedby="[^"]*${id}-error"`))
      }
    }
  })
})

test.each(locales)('every reason for which the form is refused has words in %s', (locale) => {
  const codes = wrong.flatMap((result) => (result.ok ? [] : Object.entries(result.errors)))
  const t = translator(locale, 'form.errors')
  for (const [field, reasons] of codes) {
    for (const reason of reasons)
      expect([field, reason, t.has(`${field}.${reason}` as 'name.missing')]).toEqual([field, reason, true])
  }
})
