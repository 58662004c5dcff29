import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { WaitingForm } from '@/lib/signatures/find-by-token'
import { locales, translator } from '@/messages/translator'
import { WhatWillCount } from './what-will-count'

const own = { name: 'Maria Beispiel', email: 'maria@example.org', comment: 'For my\naunt', neutral: 0 as const }
const form: WaitingForm = {
  own,
  shownName: 'M. B.',
  country: 'KR',
  display: 'initials',
  updates: true,
  reminder: null,
  expiresAt: new Date('2026-11-28T12:00:00Z'),
}

const page = (more: Partial<WaitingForm> = {}, locale: (typeof locales)[number] = 'en') =>
  renderToStaticMarkup(<WhatWillCount form={{ ...form, ...more }} locale={locale} />)

describe('the page behind a mailed link', () => {
  test('shows all that the form would count as, and how the name will appear', () => {
    const shown = page()
    for (const value of ['Maria Beispiel', 'maria@example.org', 'For my\naunt', 'South Korea', 'M. B.'])
      expect(shown).toContain(value)
    expect(page({ display: 'full', shownName: 'Maria Beispiel' })).toContain(': Maria Beispiel')
    expect(page({ display: 'hidden', shownName: null })).not.toContain('M. B.')
    expect(page({ own: { ...own, comment: null } })).not.toContain('For my')
  })

  test.each(locales)(
    '%s: whether news was asked for, how the name appears and an empty comment have words',
    (locale) => {
      const held = translator(locale, 'own.held')
      expect(page({ updates: true }, locale)).not.toBe(page({ updates: false }, locale))
      expect(page({ updates: false }, locale)).toContain(`<bdi>${held('no')}</bdi>`)
      for (const field of ['name', 'email', 'country', 'display', 'comment', 'updates'] as const)
        expect(page({}, locale)).toContain(`${held(field)}</dt>`)
      for (const display of ['full', 'initials', 'hidden'] as const)
        expect(page({ display }, locale)).toContain(translator(locale, 'form.display')(display))
      const empty = translator(locale, 'signature.pending')('noComment')
      expect(page({ own: { ...own, comment: null } }, locale)).toContain(`<bdi>${empty}</bdi>`)
    },
  )
})
