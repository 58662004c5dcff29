import { createHash, randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, type CDPSession, expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { connect } from '@/scripts/database/connect.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { dist } from '@/scripts/setup/start-process.mjs'
import { thisSite } from '@/test/sites.mjs'
import { mailsTo } from './mailbox'

/** A member of staff with their own browser. */
export interface StaffPage {
  email: string
  page: Page
}

/** One who has set up an authenticator app through its pages. */
interface Enrolled extends StaffPage {
  secret: string
  codes: string[]
}

interface OfSite {
  env: Record<string, string>
  url?: string
}

/** What `npm run staff:invite` prints. */
export async function invitation(email: string, role: string, { env }: OfSite = thisSite()): Promise<string> {
  const args = [dist('staff-invite'), email, '--role', role]
  const said = await runCommand(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
  return linkIn(said)
}

/** What `npm start` prints for the first owner; empty once there is one. */
export function ownerLine({ env }: { env: Record<string, string> }): Promise<string> {
  return runCommand(process.execPath, [dist('first-owner')], { cwd: root, env: { ...process.env, ...env } })
}

export function linkIn(text: string): string {
  const link = /https?:\/\/[\w.:-]+\/admin\/sign-in\/link\?token=[\w-]{43}/.exec(text)?.[0]
  if (!link) throw new Error('there is no sign-in link')
  return link
}

/** Waits for the mailed sign-in link; `after`: how many there were before. Notices come whenever they come. */
export async function mailedSignIn(request: APIRequestContext, email: string, after: number): Promise<string> {
  let link = ''
  await expect(async () => {
    const mails = (await mailsTo(request, email)).filter(({ subject }) => subject === 'Sign in to the admin area')
    expect(mails.length).toBeGreaterThan(after)
    link = linkIn((await (await request.get(mails[0]?.path ?? '')).text()).replaceAll('&amp;', '&'))
  }).toPass({ timeout: 30_000 })
  return link
}

/** Follows a first link and sets up an authenticator app. */
export async function enrol(page: Page, link: string, email: string): Promise<Enrolled> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second factor')
  const secret = ((await page.locator('#secret').textContent()) ?? '').replace(/\s/g, '')
  await page.getByLabel('6-digit code').fill(code(secret))
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recovery codes')
  const codes = await page.locator('.codes code').allTextContents()
  await page.getByRole('button', { name: 'I have saved them' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home')
  return { email, page, secret, codes }
}

/** Gives a browser an authenticator for passkeys that verifies its user. */
export async function addDevice(device: CDPSession): Promise<string> {
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return authenticatorId
}

/**
 * A new colleague in a role, signed in, in a browser of their own. Their session is put into the site's database:
 * invitation, link and second factor are told by the stories about them.
 */
export async function signInAs(browser: Browser, role: string, site?: OfSite): Promise<StaffPage> {
  const { env, url = '' } = site ?? thisSite()
  const email = `${role}-${Math.random().toString(36).slice(2, 10)}@example.org`
  const token = randomUUID()
  await signIn(env, email, role, token)
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: url })
  await context.addCookies([{ name: 'admin', value: token, url, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  await page.goto('/admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home')
  return { email, page }
}

/** Puts a colleague and their session into the site's database; `token` is the cookie. */
export async function signIn(env: OfSite['env'], email: string, role: string, token: string): Promise<void> {
  const client = await connect(env.DATABASE_URL ?? '')
  try {
    await client.query(
      `WITH person AS (
         INSERT INTO staff (id, email, role, totp_secret, totp_since, signed_in_at)
         VALUES (gen_random_uuid(), $1, $2::staff_role, '', now(), now()) RETURNING id)
       INSERT INTO staff_session (id, session_token, user_id, expires, device, second_factor_at, factor)
       SELECT gen_random_uuid(), $3, id, now() + interval '30 minutes', 'Chrome on Linux', now(), 'app' FROM person`,
      [email, role, createHash('sha256').update(token).digest('hex')],
    )
  } finally {
    await client.end()
  }
}

/** Unfolds a list's filter. */
export async function openFilter(page: Page): Promise<void> {
  await page.locator('details.filter > summary').click()
}

/** A second person approves a colleague's request. */
export async function approveAs(asked: Page, { page }: Pick<StaffPage, 'page'>): Promise<void> {
  await expect(asked.getByRole('status').first()).toContainText(/Approval requested|Awaiting a second person/)
  await page.goto(new URL(asked.url()).pathname)
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByRole('status').first()).toContainText('Approved')
}

/** Goes by an act's link to the page that asks before it, and presses its button. */
export async function confirmAct(page: Page, act: string | RegExp, button: string, reason?: string): Promise<void> {
  await page.getByRole('link', { name: act }).click()
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible()
  if (reason) await page.getByLabel(/^Reason/).fill(reason)
  await page.getByRole('button', { name: button }).click()
}

/** The same session on the same page in a browser with scripts, which the checks need. */
export async function withScripts(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState() })
  const same = await context.newPage()
  await same.goto(page.url())
  return same
}

/** The authenticator app's code; `later`: the one of that many steps on. */
export function code(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
}
