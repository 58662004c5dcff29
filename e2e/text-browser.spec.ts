import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { newPerson, SLUG } from './support/person'
import { privateLink } from './support/private-link'
import { expect, test } from './support/test'

const run = promisify(execFile)

// Without colours, styles, scripts or pictures: w3m reads every page and sends every form, as a person would with it.
test('a text browser signs, confirms, sees what is held and has it erased', async ({ request, baseURL }) => {
  await needW3m()
  const folder = await mkdtemp(join(tmpdir(), 'w3m-'))
  const w3m = (...args: string[]) =>
    run('w3m', ['-cols', '100', '-o', 'accept_encoding=identity', ...args], {
      env: { ...process.env, HOME: folder },
    }).then(({ stdout }) => stdout)
  const source = (path: string) => w3m('-dump_source', new URL(path, baseURL).href)
  const read = (path: string) => w3m('-dump', '-T', 'text/html', new URL(path, baseURL).href)

  /** Fills in the form of a page that posts to an action, and gives the page that follows. */
  async function send(path: string, action: RegExp, typed: Record<string, string>): Promise<string> {
    return sendFrom(await source(path), action, typed, '-dump')
  }

  async function sendFrom(html: string, action: RegExp, typed: Record<string, string>, dump: string): Promise<string> {
    const form = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(([, to]) =>
      action.test(to ?? ''),
    )
    if (!form) throw new Error('the page has no such form')
    const hidden = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const fields = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]))
    for (const [name, value] of Object.entries(typed)) fields.set(name, value)
    const file = join(folder, 'post')
    await writeFile(file, fields.toString())
    return w3m(dump, '-post', file, new URL(form[1] ?? '', baseURL).href)
  }

  try {
    const person = newPerson({ name: 'Textperson Beispiel' })
    const before = await count(request)
    const petition = await read(`/en/petitions/${SLUG}`)
    for (const words of [
      'The Security Council must act',
      'Full name',
      'Do not show my name',
      'Leave this field blank',
      'Sign',
    ])
      expect(petition).toContain(words)
    const signed = await send(`/en/petitions/${SLUG}`, /signatures$/, {
      name: person.name,
      email: person.email,
      country: 'KR',
      display: 'hidden',
      consent: 'on',
    })
    expect(signed).toContain('Check your email')

    const link = await mailedLink(request, person.email)
    expect(await read(link)).toContain('Confirm your signature')
    expect(await send(link, /confirmations$/, {})).toMatch(/counts|counted/)
    await expectCount(request, before + 1)

    expect(await send('/en/signature', /links$/, { email: person.email })).toContain('Check your inbox')
    const html = await sendFrom(await source(await privateLink(request, person.email)), /visits$/, {}, '-dump_source')
    for (const words of [person.name, person.email, 'Delete everything']) expect(html).toContain(words)
    expect(await sendFrom(html, /erasures$/, {}, '-dump')).toContain('Everything has been deleted')
    await expectCount(request, before)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** From the package manager where it is missing: nothing is skipped. */
async function needW3m(): Promise<void> {
  const found = await run('w3m', ['-version']).catch(() => null)
  if (found) return
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'w3m'], { timeout: 120_000 }).catch(() => {
    throw new Error('This story needs the text browser w3m: apt-get install w3m')
  })
}
