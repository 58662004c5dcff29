import { expect, it } from 'vitest'
import { locales } from '@/messages/translator'
import { readPost } from './read-post'

const post = (fields: Record<string, string>, headers: Record<string, string>) =>
  readPost(new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(fields), headers }))

const json = { accept: 'application/json' }

it.each(['xx', 'EN', 'en ', 'pt-br', 'constructor', '\u202een'])(
  'refuses a form in the language %j, which the site does not have',
  async (locale) => {
    const told = await post({ name: 'a', locale }, json)
    if (!(told instanceof Response)) throw new Error(`it was read, in ${told.locale}`)
    expect(told.status).toBe(422)
    const codes = { locale: ['unknown'] }
    expect(await told.json()).toEqual({ errors: { locale: [expect.stringContaining('pt-BR')] }, codes })

    const shown = await post({ name: 'a', locale }, { accept: 'text/html' })
    if (!(shown instanceof Response)) throw new Error(`it was read, in ${shown.locale}`)
    expect([shown.status, shown.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/form-result\?status=400/),
    ])
  },
)

it('reads one in every language of the site; without a language it is English', async () => {
  for (const locale of locales) expect(await post({ locale }, json)).toEqual({ fields: { locale }, locale })
  expect(await post({ name: 'a' }, json)).toEqual({ fields: { name: 'a' }, locale: 'en' })
  expect(await post({ locale: '' }, json)).toEqual({ fields: { locale: '' }, locale: 'en' })
})
