import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { namesToInWords } from '@/lib/delivery/office-names'
import { translator } from '@/messages/translator'
import { unzip } from '@/test/unzip'
import { expectAccessible } from './support/axe'
import { checkPack, printPack } from './support/check-ledger'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { confirm, fillIn, newPerson, SLUG, TITLE } from './support/person'
import { approveAs, signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const form = translator('en', 'form')
const today = new Date().toISOString().slice(0, 10)

test('two offices get the names of those who chose to be shown, each opens them with its key, and proves that they go with the pack', async ({
  browser,
  page: reader,
  request,
}) => {
  const person = newPerson({ name: 'Xaver Vollstaendig' })
  await fillIn(reader, person)
  await reader.getByLabel(form('display.full')).check()
  await reader.getByRole('button', { name: form('submit'), exact: true }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(translator('en', 'checkEmail')('title'))
  await confirm(reader, await mailedLink(request, person.email), 'en')

  const [identity, second] = [await generateIdentity(), await generateIdentity()]
  const recipient = await identityToRecipient(identity)
  const offices = [`Mission ${identity.slice(-12)}`, `Bureau ${second.slice(-12)}`, 'An office without a key'] as const
  const [office] = offices
  const [owner, moderator] = [await signInAs(browser, 'owner'), await signInAs(browser, 'moderator')]
  const { page } = owner
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByRole('link', { name: 'Deliver it' }).click()
  const fill = async (key: string) => {
    const to = [`${offices[0]} ${key}`, `${offices[1]}  ${await identityToRecipient(second)}`, offices[2]]
    await page.getByLabel('Day of the delivery').fill(today)
    await page.getByLabel('Delivered to').fill(to.join('\n'))
    await page.getByLabel('Reason').fill('the office reads names')
    await page.getByRole('button', { name: 'Request delivery' }).click()
  }
  await fill('age1notakey')
  await expect(page.getByRole('alert')).toContainText('age public key')
  await expectAccessible(await withScripts(browser, page))
  await fill(recipient)
  const asked = page.getByRole('main')
  for (const shown of [recipient, await identityToRecipient(second), offices[1]])
    await expect(asked).toContainText(shown)
  await approveAs(page, moderator)

  const row = page.getByRole('row').filter({ hasText: office })
  const button = row.getByRole('button', { name: 'Download encrypted names' })
  await expect(async () => {
    await page.goto('/admin')
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('link', { name: 'Deliver it' }).click()
    await expect(button).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await expectAccessible(await withScripts(browser, page))
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(download.suggestedFilename()).toBe(`${SLUG}-${today}-names.age`)
  const sealed = await readFile(await download.path())
  expect(sealed.includes('Vollstaendig')).toBe(false)
  for (const key of [identity, second]) {
    const decrypter = new Decrypter()
    decrypter.addIdentity(key)
    expect(await decrypter.decrypt(sealed, 'text')).toContain('"Xaver Vollstaendig"')
  }

  // The public reads to which of them names went, and none of the names.
  const item = reader.getByRole('listitem').filter({ hasText: office })
  await expect(async () => {
    await openPage(reader, `/en/petitions/${SLUG}`)
    await expect(item.getByText(namesToInWords(offices.slice(0, 2), 'en'))).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 60_000 })
  const hash = (await item.locator('code').textContent()) ?? ''
  const pack = await item.getByRole('link').first().getAttribute('href')
  const files = unzip(await (await request.get(pack ?? '')).body())
  for (const [path, body] of files) expect([path, body.includes('Vollstaendig')]).toEqual([path, false])

  const folder = await mkdtemp(join(tmpdir(), 'pack-'))
  try {
    for (const [path, body] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), body)
    }
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')).namesTo).toEqual([
      { addressee: offices[0], key: recipient },
      { addressee: offices[1], key: await identityToRecipient(second) },
    ])
    const check = (...more: string[]) => checkPack(folder, '--sha256', hash, ...more)
    expect(await check()).toMatchObject({
      code: 0,
      said: expect.stringMatching(/names\.age is not here[\s\S]*Encrypted to Mission .*; Bureau /),
    })
    await writeFile(join(folder, 'names.age'), sealed)
    const key = join(`${folder}-key`, 'identity.txt')
    await mkdir(dirname(key))
    await writeFile(key, `# public key: ${recipient}\n${identity}\n`)
    expect(await check('--identity', key)).toMatchObject({
      code: 0,
      said: expect.stringMatching(
        /names\.age is the file that this pack speaks of[\s\S]*\d+ names?, no more than signed/,
      ),
    })
    const env = { ...process.env, CHROMIUM_PATH: process.env.E2E_CHROMIUM }
    const printed = await printPack(env, folder, `${folder}-pdf`, 'en', '--sha256', hash, '--identity', key)
    expect(printed).toMatchObject({ code: 0 })
    const pdf = await readFile(join(`${folder}-pdf`, 'names.pdf'), 'latin1')
    expect(pdf).toContain('/StructTreeRoot')
    await writeFile(join(folder, 'names.age'), Buffer.concat([sealed, Buffer.alloc(1)]))
    expect(await check()).toMatchObject({ code: 1, said: expect.stringContaining('file_differs') })
  } finally {
    for (const end of ['', '-key', '-pdf']) await rm(`${folder}${end}`, { recursive: true, force: true })
  }
})
