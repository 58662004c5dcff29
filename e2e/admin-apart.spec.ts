import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { dist, startProcess } from '@/scripts/setup/start-process.mjs'
import { anotherSite, thisSite } from '@/test/sites.mjs'
import { addDevice, invitation } from './support/staff'
import { expect, test } from './support/test'
import { inWorkerMail } from './support/worker-mail'

const title = (page: Page) => page.getByRole('heading', { level: 1 })

test('the public process has no admin area; the one of the staff has nothing else, at its own address', async ({
  browser,
}) => {
  const { SEAL_PRIVATE_KEY = '', LEDGER_KEY = '', SEAL_PUBLIC_KEY = '', BLIND_INDEX_KEY = '' } = thisSite().env
  const { NEXTAUTH_SECRET = '' } = thisSite().env
  const port = await freePort()
  const adminUrl = `http://staff.localhost:${port}`
  const without = { SEAL_PRIVATE_KEY: undefined, LEDGER_KEY: undefined, NEXTAUTH_SECRET: undefined }
  const shared = { SEAL_PUBLIC_KEY, BLIND_INDEX_KEY, ADMIN_URL: adminUrl }
  const web = await anotherSite(
    { ...shared, ROLE: 'web', ...(without as unknown as Record<string, string>) },
    { accounts: true },
  )
  const keys = { ...process.env, ...web.env, SEAL_PRIVATE_KEY, NEXTAUTH_SECRET }
  const env = { ...keys, DATABASE_URL: web.databaseAs('admin'), ROLE: 'admin', PORT: String(port) }
  const admin = startProcess([dist('server')], { env, output: 'pipe' })
  const worker = startProcess([dist('worker')], {
    env: { ...keys, DATABASE_URL: web.databaseAs('worker'), LEDGER_KEY, ROLE: 'worker' },
    output: 'pipe',
  })
  try {
    for (const path of await adminPaths())
      for (const method of ['GET', 'POST'])
        expect([path, (await fetch(web.url + path, { method, redirect: 'manual' })).status]).toEqual([path, 404])

    const page = await (await browser.newContext()).newPage()
    const device = await page.context().newCDPSession(page)
    await device.send('WebAuthn.enable')
    await addDevice(device)
    const email = `apart-${Date.now()}@example.org`
    const link = await invitation(email, 'owner', { env: env as Record<string, string> })
    expect(link).toContain(`${adminUrl}/admin/sign-in/link?`)
    await expect(async () => void (await page.goto(link))).toPass({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Name of the passkey').fill('Key')
    await page.getByRole('button', { name: 'Create passkey' }).click()
    await expect(title(page)).toHaveText('Recovery codes')
    await page.getByRole('button', { name: 'I have saved them' }).click()
    await expect(title(page)).toHaveText('Home')

    // The next link is mailed by the worker, and the passkey made for this address opens it.
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Send sign-in link' }).click()
    await page.goto(
      await inWorkerMail(web.outbox, /http:\/\/staff\.localhost:\d+\/admin\/sign-in\/link\?token=[\w-]{43}/),
    )
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await expect(title(page)).toHaveText('Home')

    // A page of the public is at its own address, where the session is worth nothing.
    await page.goto(`${adminUrl}/en`)
    expect(page.url()).toBe(`${web.url}/en`)
    await expect(page.getByRole('main')).toBeVisible()
    expect((await page.goto(`${web.url}/admin`))?.status()).toBe(404)
  } finally {
    await admin.stop()
    await worker.stop()
    await web.close()
  }
})

/** Every page and endpoint of the admin area that the build has. */
async function adminPaths(): Promise<string[]> {
  const { staticRoutes, dynamicRoutes } = JSON.parse(
    await readFile(join(root, '.next', 'routes-manifest.json'), 'utf8'),
  ) as Record<'staticRoutes' | 'dynamicRoutes', { page: string }[]>
  const paths = [...staticRoutes, ...dynamicRoutes]
    .map(({ page }) => page.replace(/\[\w+\]/g, 'x'))
    .filter((path) => /^\/(?:admin|api\/auth)(?:\/|$)/.test(path))
  expect(paths.length).toBeGreaterThan(40)
  return paths
}
