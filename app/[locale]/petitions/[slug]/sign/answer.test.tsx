import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { SignForm } from '@/components/petitions/sign-form'
import { db } from '@/lib/db'
import { type FormState, sealFormState } from '@/lib/integrity/form-state'
import { makeAnswer } from '@/lib/web/server/make-answer'
import { aMember } from '@/test/a-member'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { GET } from './answer'

useDatabase()
// Before any form is read: the list of codes is kept for seconds.
beforeAll(() => aMember('m'))

/** As the cached page of a petition is built. */
const html = (text: string) =>
  `<html><head><title>A &amp; B · S</title><link rel="canonical" href="/en/petitions/p"><meta property="og:title" content="A &amp; B"></head><body><header class="x"><a href="/ko/petitions/p">ko</a></header><main id="content"><article>${
    text ? `<form id="sign"><input name="text" value="${text}"></form>` : '<p>Closed</p>'
  }<section aria-labelledby="share"><button data-share="Sign &quot;this&quot;"></button></section></article></main></body></html>`

const page = (text: string) =>
  makeAnswer({
    status: 200,
    headers: ['Onion-Location', 'http://o/en/petitions/p'],
    body: Buffer.from(html(text)),
    compress: true,
  })

async function ask(query: string, text = 'old') {
  const asked: string[] = []
  const answer = await GET(new Request(`http://localhost/en/petitions/p/sign?${query}`), {
    params: Promise.resolve({ locale: 'en', slug: 'p' }),
    page: async (path, more) => {
      asked.push(more ? `${path}?${more}` : path)
      return page(text)
    },
    frame: async () => '',
  })
  return {
    asked,
    answer,
    html: 'body' in answer ? answer.body.toString() : '',
    headers: 'headers' in answer ? answer.headers : {},
  }
}

async function askWith(state: FormState, text?: string) {
  return ask(`draft=${await sealFormState(state, new Date())}`, text)
}

describe('the form that came back', () => {
  it('is put into the cached page, whatever was typed, and cached by nobody', async () => {
    const typed = `$& $\` </textarea></main><script>x</script> "'`
    const { html, headers, asked } = await askWith({
      values: { name: typed, comment: `\n${typed}` },
      errors: { email: ['invalid'] },
    })
    expect(asked).toEqual(['/en/petitions/p'])
    expect(html).toContain(
      '<title>Error: A &amp; B · S</title><meta name="robots" content="noindex"><link rel="canonical"',
    )
    expect(html).toMatch(
      /<main id="content"><div role="alert".*href="#email".*<article><form id="sign" [^>]*method="post"/s,
    )
    expect(html).toContain('name="text" value="old"')
    expect(html).toContain('value="$&amp; $` &lt;/textarea&gt;')
    expect(html).toContain('>\n\n$&amp; $`')
    expect(html).not.toContain('<script')
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store' })
    expect(headers['onion-location']).toMatch(/^http:\/\/o\/en\/petitions\/p\/sign\?draft=[\w-]+$/)
  })

  it('is what React writes for it, whichever fields are empty', async () => {
    const all = { name: 'Kim', email: 'kim@example.org', comment: 'Why', country: 'KR', display: 'full', consent: 'on' }
    const forms: Record<string, string>[] = [
      {},
      all,
      { comment: '' },
      { name: '', email: '' },
      { ...all, comment: '', updates: 'on' },
    ]
    for (const values of forms) {
      const { html } = await askWith({ values, errors: {} })
      const whole = (
        <SignForm
          petition={{ slug: 'p', text: { sha256: 'old' } }}
          locale="en"
          draft={{ values: { comment: '', ...values }, errors: {} }}
        />
      )
      expect(html.includes(renderToStaticMarkup(whole))).toBe(true)
    }
  })

  it('is empty where the draft is no longer valid, or there is none', async () => {
    for (const draft of ['draft=', 'draft=x', `draft=${'A'.repeat(6000)}`]) {
      expect((await ask(draft)).html).toContain('role="alert"')
    }
    for (const none of ['', 'via=nobody', `draft=${'A'.repeat(6300)}`]) {
      const { html } = await ask(none)
      expect(html).not.toContain('role="alert"')
      expect(html).toContain('<title>A &amp; B · S</title>')
      expect(html).toMatch(/<form id="sign" [^>]*method="post"/)
    }
  })

  it('carries the code of a member whose link it was, wherever the page names its address', async () => {
    for (const { html } of [await ask('via=m'), await askWith({ values: { via: 'm' }, errors: {} })]) {
      expect(html).toContain('<input type="hidden" name="via" value="m"/>')
      expect(html).toContain('href="/ko/petitions/p/sign?via=m"')
      expect(html).toContain('/en/petitions/p/sign?via=m"')
      expect(html).toContain('data-share="Sign &quot;this&quot;"')
      expect(html).toContain('<link rel="canonical" href="/en/petitions/p">')
    }
  })

  it('says so where the petition takes no signatures', async () => {
    const { html } = await askWith({ values: { name: 'Kim' }, errors: { email: ['invalid'] } }, '')
    expect(html).toContain('role="alert"')
    expect(html).not.toMatch(/href="#email"|Kim|<form/)
  })

  it('is not shown in a page older than what is wrong with it', async () => {
    await aPetition('p')
    const { texts } = await db().petition.findUniqueOrThrow({ where: { slug: 'p' }, include: { texts: true } })
    const now = Buffer.from(texts[0]?.sha256 ?? []).toString('hex')
    const changed = { values: {}, errors: { form: ['text_changed'] } }
    expect((await askWith(changed, now)).asked).toEqual(['/en/petitions/p'])
    const { asked } = await askWith(changed, 'old')
    expect(asked).toEqual(['/en/petitions/p', expect.stringMatching(/^\/en\/petitions\/p\/sign\?draft=/)])
    const closed = { values: {}, errors: { form: ['petition_closed'] } }
    expect((await askWith(closed, now)).asked).toHaveLength(1)
    await db().petition.update({ where: { slug: 'p' }, data: { status: 'closed', closedAt: new Date() } })
    expect((await askWith(closed, now)).asked).toHaveLength(2)
    expect((await askWith(closed, '')).asked).toHaveLength(1)
  })
})
