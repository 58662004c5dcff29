import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { verifyWebhook } from '@/lib/signatures/suppression/verify-webhook'
import { anotherSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { TITLE } from './support/person'
import { approveAs, confirmAct, signInAs, withScripts } from './support/staff'
import { test } from './support/test'

interface Message {
  headers: IncomingHttpHeaders
  body: string
}

/** A member's program: it keeps what it is sent. */
async function openReceiver() {
  const received: Message[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, received, close: () => server.close() }
}

// A site of its own: a public one reaches nothing on its own machine.
test.describe.configure({ timeout: 300_000 })

test('two people register a webhook; its receiver is told, signed, when a petition closes', async ({ browser }) => {
  const [site, receiver] = await Promise.all([anotherSite({ WEBHOOKS_TO_LOOPBACK: 'true' }), openReceiver()])
  try {
    const [{ page }, second] = [await signInAs(browser, 'owner', site), await signInAs(browser, 'owner', site)]
    await page.goto('/admin/webhooks')
    await expectAccessible(await withScripts(browser, page))
    await page.getByLabel('Address').fill('http://receiver.example/hook')
    await page.getByLabel('A petition was closed').check()
    await page.getByLabel(/^Reason/).fill('the member’s own counter')
    await page.getByRole('button', { name: 'Request approval' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
    await expect(page.getByLabel('A petition was closed')).toBeChecked()
    await expectAccessible(await withScripts(browser, page))
    await page.getByLabel('Address').fill(receiver.url)
    await page.getByRole('button', { name: 'Request approval' }).click()
    await approveAs(page, second)

    await page.goto('/admin/webhooks')
    await page.getByRole('link', { name: receiver.url }).click()
    await page.getByRole('button', { name: 'Create secret' }).click()
    const secret = (await page.locator('.notice code').textContent()) ?? ''
    await expectAccessible(await withScripts(browser, page))
    await page.getByRole('button', { name: 'I have saved it' }).click()
    await expect(page.getByRole('main')).not.toContainText(secret)
    await page.getByRole('button', { name: 'Send test message' }).click()
    await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(1)

    await page.goto('/admin')
    await page.getByRole('link', { name: TITLE }).first().click()
    await confirmAct(page, 'Close petition', 'Request closing')
    await approveAs(page, second)
    await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(2)

    const signed = receiver.received.map(({ headers, body }) => ({
      id: String(headers['webhook-id']),
      timestamp: String(headers['webhook-timestamp']),
      signature: String(headers['webhook-signature']),
      body,
    }))
    // A second implementation, made to receive.
    expect(signed.map((message) => verifyWebhook(message, secret))).toEqual([true, true])
    expect(signed.map((one) => verifyWebhook({ ...one, body: one.body.replace('"', ' "') }, secret))).toEqual([
      false,
      false,
    ])
    const [tested, closed] = signed.map(({ body }) => JSON.parse(body) as unknown)
    expect(tested).toMatchObject({ type: 'webhook.test' })
    expect(closed).toMatchObject({
      type: 'petition.closed',
      data: { petition: 'security-council-must-act', url: `${site.url}/en/petitions/security-council-must-act` },
    })

    await page.goto('/admin/webhooks')
    await page.getByRole('link', { name: receiver.url }).click()
    await expect(page.getByRole('row').filter({ hasText: 'A petition was closed' })).toContainText('Delivered (204)')
    await expectAccessible(await withScripts(browser, page))
  } finally {
    receiver.close()
    await site.close()
  }
})
