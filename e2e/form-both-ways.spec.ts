import { nextAlone, seen } from './support/both-ways'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

const endpoint = `/api/v1/petitions/${SLUG}/signatures`
const MEMBER = 'fidh'

/** What may differ between two renderings of one page. */
const withoutTime = (html: string) => html.replaceAll(/(?<=name="made" value=")[^"]*/g, '')

test('a form that came back is the same page whether React or the framework answers', async ({ request }) => {
  const next = await nextAlone()
  const hostile = `\n</textarea></main><script>alert(1)</script> $& "quoted" 'too' &amp; \u05d0 {at}`
  const form = { ...newPerson(), name: `$\` ${hostile}`.replaceAll('\n', ' '), country: 'KR', comment: hostile }

  for (const locale of ['en', 'ko', 'ar']) {
    const ways = [
      { ...form, locale },
      { ...form, locale, email: 'nobody', via: MEMBER, display: 'full', neutral: 'on', updates: 'on' },
      { locale },
      { ...form, locale, consent: 'on', text: '0'.repeat(64) },
    ]
    const addresses = await Promise.all(
      ways.map(async (fields) => {
        const answer = await request.post(endpoint, { form: fields, maxRedirects: 0 })
        expect(answer.status()).toBe(303)
        return answer.headers().location ?? ''
      }),
    )
    const page = `/${locale}/petitions/${SLUG}/sign`
    for (const path of [...addresses, page, `${page}?via=${MEMBER}`, `${page}?via=nobody`, `${page}?draft=x`]) {
      // A petition is kept for seconds: both pages must show the same count and time.
      await expect(async () => {
        const direct = await seen(request, path)
        const framework = await seen(request, next.url + path)
        expect(withoutTime(direct.html)).toBe(withoutTime(framework.html))
        expect(direct.kept || framework.kept).toBe(false)
        expect([direct.status, direct.referrer]).toEqual([200, 'same-origin'])
        expect(direct.html).not.toContain('<script>alert')
        expect(direct.html).toContain('noindex')
        expect(direct.html.includes('role="alert"')).toBe(path.includes('draft='))
      }).toPass({ timeout: 60_000 })
    }
  }
  await next.stop()
})
