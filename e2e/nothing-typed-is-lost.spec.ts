import type { Page } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { expectAccessibleInEveryLook } from './support/every-look'
import { hold } from './support/held'
import { expectWritten, languagePart, newUpdate, write } from './support/mailing'
import { approveAs, code, enrol, invitation, mailedSignIn, signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
// Not Next.js's own, which says each page's title.
const alert = (page: Page) => page.locator('.notice[role=alert]')

/** Half an hour passes: the session expires of itself. */
async function expire(email: string): Promise<void> {
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    await client.query(
      `UPDATE staff_session SET expires = now() - interval '1 minute'
       WHERE user_id = (SELECT id FROM staff WHERE email = $1)`,
      [email],
    )
  } finally {
    await client.end()
  }
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'
  test(`an hour’s typing, sent after the session has expired, is there again after signing in, ${how}`, async ({
    browser,
    request,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    const email = `typing-${javaScriptEnabled}-${Date.now()}@example.org`
    const { secret } = await enrol(page, await invitation(email, 'editor'), email)
    const update = await newUpdate(page)
    await write(page, 'English', 'The Council has answered', 'An hour of\ncareful words.')
    await write(page, 'Korean', '안보리가 답했습니다', '한 시간 동안 쓴 글.')
    await expire(email)
    await page.getByRole('button', { name: 'Save all languages' }).click()

    await expect(alert(page)).toContainText('what you typed is kept for you alone')
    await expect(page.getByRole('main')).not.toContainText('Council')
    expect(page.url()).not.toMatch(/Council|draft|kept=/)
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Send sign-in link' }).click()
    await page.goto(await mailedSignIn(request, email, 0))
    await page.getByRole('button', { name: 'Sign in' }).click()
    // Nothing of it before both factors.
    await expect(page.getByRole('main')).not.toContainText('Council')
    await page.getByLabel(/Code from your/).fill(code(secret, 1))
    await page.getByRole('button', { name: 'Continue' }).click()

    await expect(page).toHaveURL(new RegExp(`${update}\\?draft=`))
    await expect(page.getByRole('status').filter({ hasText: 'This is what you typed' })).toBeVisible()
    await expectWritten(page, 'English', 'The Council has answered', 'An hour of\ncareful words.')
    await expectWritten(page, 'Korean', '안보리가 답했습니다', '한 시간 동안 쓴 글.')
    if (javaScriptEnabled) await expectAccessibleInEveryLook(page, 'form-of-an-ended-session')
    // Until it is saved, it is on the first page too; afterwards nowhere.
    const filled = page.url()
    await page.goto('/admin')
    await expect(page.getByRole('heading', { name: 'Typed and not saved' })).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(page)
    await page.goto(filled)
    await page.getByRole('button', { name: 'Save all languages' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
    await page.goto('/admin')
    await expect(page.getByRole('heading', { name: 'Typed and not saved' })).toHaveCount(0)
    await page.goto(update)
    await expectWritten(page, 'Korean', '안보리가 답했습니다', '한 시간 동안 쓴 글.')
  })
}

test('what somebody left unfinished when they lost access is handed over to a colleague, who goes on with it', async ({
  browser,
}) => {
  const [leaver, heir] = [await signInAs(browser, 'editor'), await signInAs(browser, 'editor')]
  const [owner, second] = [(await signInAs(browser, 'owner')).page, await signInAs(browser, 'owner')]
  await newUpdate(leaver.page)
  await write(leaver.page, 'English', 'Begun by one', 'Finished by another.')
  await expire(leaver.email)
  await leaver.page.getByRole('button', { name: 'Save all languages' }).click()
  await expect(alert(leaver.page)).toContainText('is kept')

  await owner.goto('/admin/staff')
  await owner.getByRole('link', { name: leaver.email }).click()
  const person = owner.url()
  await expect(owner.getByRole('heading', { name: 'Unfinished forms' })).toHaveCount(0)
  await owner.getByRole('link', { name: 'Disable access' }).click()
  await expect(owner.getByRole('main')).toContainText('1 form that they began and did not finish is kept')
  await owner.getByLabel(/^Reason/).fill('leaves the coalition')
  await owner.getByRole('button', { name: /^Freeze this/ }).click()
  await approveAs(owner, second)

  await owner.goto(person)
  await expect(owner.getByRole('main')).toContainText('1 form that this person began and did not finish is kept')
  await expect(owner.getByRole('main')).not.toContainText('Begun by one')
  await expectAccessibleInEveryLook(await withScripts(browser, owner), 'left-forms')
  await owner.getByLabel('To', { exact: true }).selectOption({ label: heir.email })
  await owner.getByRole('button', { name: 'Hand over' }).click()
  await expect(owner.getByRole('status')).toContainText('Handed over')
  await expect(owner.getByRole('heading', { name: 'Unfinished forms' })).toHaveCount(0)

  await heir.page.goto('/admin')
  await expect(heir.page.getByRole('main')).toContainText(`begun by ${leaver.email}`)
  await heir.page.getByRole('link', { name: 'Begun by one' }).click()
  await expectWritten(heir.page, 'English', 'Begun by one', 'Finished by another.')
  await heir.page.getByRole('button', { name: 'Save all languages' }).click()
  await expect(heir.page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
})

test('one button saves all languages, and none over what a colleague saved meanwhile', async ({ browser }) => {
  const [{ page }, colleague] = [await signInAs(browser, 'editor'), await signInAs(browser, 'editor')]
  const update = await newUpdate(page)
  await colleague.page.goto(update)
  await write(page, 'English', 'Mine', 'My text.')
  await write(page, 'French', 'À moi', 'Mon texte.')
  // The colleague saves English and Korean first.
  await write(colleague.page, 'English', 'Theirs', 'Their text.')
  await write(colleague.page, 'Korean', '그들의 것', '그들의 글.')
  await colleague.page.getByRole('button', { name: 'Save all languages' }).click()
  await expect(colleague.page.getByRole('status').first()).toContainText('Saved.')
  await page.getByRole('button', { name: 'Save all languages' }).click()

  await expect(alert(page)).toContainText('changed after you opened')
  // Korean, which was not touched, is the colleague's; French is saved; of English both are there.
  await expect(languagePart(page, 'Korean')).toContainText('그들의 것')
  await expect(languagePart(page, 'French')).toContainText('À moi')
  await expectWritten(page, 'English', 'Mine', 'My text.')
  await expect(languagePart(page, 'English')).toContainText('Their text.')
  await page.getByRole('button', { name: 'Save this version instead' }).click()
  await expect(page.getByRole('status').first()).toContainText('Saved.')
  await expectWritten(page, 'English', 'Mine', 'My text.')
})

test('a translation sent too late is shown beside what a colleague saved meanwhile', async ({ browser }) => {
  const [{ page, email }, colleague] = [await signInAs(browser, 'editor'), await signInAs(browser, 'editor')]
  await page.goto('/admin/petitions/new')
  await page.getByLabel('Address', { exact: true }).fill(`kept-${Date.now()}`)
  await page.getByLabel(/Goal/).fill('1000')
  await page.getByRole('button', { name: /^Create/ }).click()
  const text = new URL(page.url()).pathname
  await colleague.page.goto(text)
  await colleague.page.getByLabel('Title', { exact: true }).fill('A title by a colleague')
  await colleague.page.getByRole('button', { name: 'Save draft' }).click()
  await expect(colleague.page.getByRole('status').first()).toContainText('Saved.')
  await page.getByLabel('Title', { exact: true }).fill('A title of mine')
  await expire(email)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(alert(page)).toContainText('kept for you alone')

  // The same person, signed in again.
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  await client.query(
    `UPDATE staff_session SET expires = now() + interval '20 minutes' WHERE user_id = (SELECT id FROM staff WHERE email = $1)`,
    [email],
  )
  await client.end()
  await page.goto('/admin')
  await page.getByRole('link', { name: '“A title of mine”' }).click()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A title of mine')
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(alert(page)).toContainText('both versions are below')
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('A title of mine')
  await expect(page.getByRole('main')).toContainText('A title by a colleague')

  // What a colleague kept is nobody else's.
  await colleague.page.goto('/admin')
  await expect(colleague.page.getByRole('heading', { name: 'Typed and not saved' })).toHaveCount(0)
})

test('a note on what a colleague has changed meanwhile is kept, and discarded from its page', async ({ browser }) => {
  const { page } = await signInAs(browser, 'moderator')
  await hold(['Note Kept'], [])
  await page.goto('/admin/signatures?state=held')
  await page.locator('tbody').getByRole('link').first().click()
  const colleague = (await signInAs(browser, 'moderator')).page
  await colleague.goto(page.url())
  await colleague.getByRole('button', { name: 'Release' }).click()
  await expect(colleague.getByRole('status').first()).toContainText('Released.')
  await page.getByLabel(/^Note/).fill('Half a page of reasons.')
  await page.getByRole('button', { name: 'Release' }).click()
  await expect(alert(page)).toContainText('changed after you opened')
  await page.getByRole('link', { name: 'What you typed is kept.' }).click()
  await expect(heading(page)).toHaveText('What you typed')
  await expect(page.getByLabel('Note')).toHaveValue('Half a page of reasons.')
  await page.getByRole('button', { name: 'Delete permanently' }).click()
  await expect(page.getByRole('status').first()).toContainText('Discarded')
  await expect(page.getByRole('heading', { name: 'Typed and not saved' })).toHaveCount(0)
})

test('what was typed survives the way to the page that asks: Back, Cancel and an expired session', async ({
  browser,
}) => {
  const { page, email } = await signInAs(browser, 'editor')
  await page.goto('/admin/coalition/letters')
  await page.getByRole('row').filter({ hasText: 'open' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Invite many organisations' }).click()
  const form = new URL(page.url()).pathname
  const lines = page.getByLabel('Organisations, one a line')
  const typed = `Odense Forum ${Date.now()}, odense-${Date.now()}@example.org`
  await lines.fill(typed)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(heading(page)).toHaveText(/^Invite 1 organisation to /)
  const asks = page.url()

  // Back, to a page that the browser asks for again.
  await page.goto(form)
  await page.getByRole('link', { name: 'Restore' }).click()
  await expect(lines).toHaveValue(typed)
  await page.goto(asks)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(lines).toHaveValue(typed)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page).toHaveURL(asks)

  // The same person, signed in again: the page asks as before, and Home knows what was typed.
  await expire(email)
  await page.getByRole('button', { name: 'Send invitations' }).click()
  await expect(heading(page)).toHaveText('Sign in')
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  await client.query(
    `UPDATE staff_session SET expires = now() + interval '20 minutes' WHERE user_id = (SELECT id FROM staff WHERE email = $1)`,
    [email],
  )
  await client.end()
  await page.goto('/admin')
  await expect(page.getByRole('heading', { name: 'Typed and not saved' })).toBeVisible()
  await page.goto(asks)
  await page.getByRole('button', { name: 'Send invitations' }).click()
  await expect(page.getByRole('status').first()).toContainText('The invitations are being emailed.')
  await page.goto(form)
  await expect(page.getByText('Unsaved draft')).toHaveCount(0)
  // Done already, it is not asked about again.
  await page.goto(asks)
  await expect(page.getByRole('button', { name: 'Send invitations' })).toHaveCount(0)
})
