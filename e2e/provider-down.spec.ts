import { anotherSite } from '@/test/sites.mjs'
import { startFakeResend } from './support/fake-resend'
import { confirm, newPerson, sign } from './support/person'
import { expect, test } from './support/test'

test('while the mail provider is down people go on signing; when it is back each gets one mail', async ({
  browser,
}) => {
  const provider = await startFakeResend()
  const site = await anotherSite({ MAIL_DRIVER: 'resend', RESEND_API_KEY: 're_test', RESEND_BASE_URL: provider.url })
  const page = await (await browser.newContext({ baseURL: site.url })).newPage()
  try {
    provider.behave({ as: 'fail', status: 503 })
    const people = [newPerson(), newPerson(), newPerson()]
    for (const person of people) await sign(page, person)
    await expect.poll(() => provider.requests.length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(provider.received).toEqual([])

    // It recovers badly: it accepts the mail but drops the connection, then limits the rate.
    provider.behave({ as: 'drop_reply' }, 1)
    await expect.poll(() => people.map(({ email }) => provider.countTo(email)), { timeout: 60_000 }).toEqual([1, 1, 1])
    const link = /\/en\/signature\/[\w-]{43}/.exec(provider.received[0]?.text ?? '')?.[0] ?? ''
    await confirm(page, link, 'en')
    await page.waitForTimeout(5_000)
    expect(people.map(({ email }) => provider.countTo(email))).toEqual([1, 1, 1])
  } finally {
    await page.context().close()
    await site.close()
    await provider.stop()
  }
})
