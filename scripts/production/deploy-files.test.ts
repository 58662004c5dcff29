import { readdir, readFile } from 'node:fs/promises'
import { DCLinter } from 'dclint'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { memoryEnv } from '../setup/memory-env.mjs'
import { programs } from '../setup/programs.mjs'
import { commandsIn } from './guide'

interface Service {
  image: string
  environment?: Record<string, string>
  secrets?: string[]
  ports?: string[]
  logging?: object
  restart?: string
  read_only?: boolean
  cap_drop?: string[]
}

const text = await readFile('compose.yaml', 'utf8')
const composed = parse(text, { merge: true }) as { services: Record<string, Service>; secrets: Record<string, object> }
const services = Object.entries(composed.services)
const unitNames = (await readdir('deploy/systemd')).filter((name) => name.endsWith('.service'))
const units = await Promise.all(
  unitNames.map(async (name) => [name, await readFile(`deploy/systemd/${name}`, 'utf8')] as const),
)

/** What a process that visitors reach never gets. */
const never = /seal_private|ledger|nextauth|admin|worker|owner|resend_api|postgres_password|backup/

it('compose.yaml is what the schema of Compose allows', () => {
  const [result] = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] }).lintFiles(
    ['compose.yaml'],
    false,
  )
  expect(result?.messages.filter(({ rule }) => rule.startsWith('invalid-'))).toEqual([])
})

it.each(services)(
  '%s gets each secret that its settings name, and no other',
  (_, { environment = {}, secrets = [] }) => {
    const named = Object.entries(environment).flatMap(([key, value]) =>
      key.endsWith('_FILE') ? [value.replace('/run/secrets/', '')] : [],
    )
    // PostgreSQL's image has no setting for the account of the backups: a script reads its password.
    expect(new Set([...named, ...secrets.filter((name) => name === 'backup_database_password')])).toEqual(
      new Set(secrets),
    )
    for (const secret of secrets) expect(composed.secrets).toHaveProperty(secret)
  },
)

it.each(services)(
  '%s is pinned, restarts, keeps little log, and only Caddy can be reached from outside',
  (name, it) => {
    expect(it.image).toMatch(/:(\d+\.\d+[\w.-]*|local)$/)
    expect(it.restart).toBe(name === 'setup' ? 'no' : 'unless-stopped')
    expect(it.logging).toMatchObject({ options: { 'max-size': '10m' } })
    expect(Boolean(it.ports)).toBe(name === 'caddy')
    if (name !== 'postgres') expect(it).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  },
)

it('the public processes get no secret that opens, signs or sends', () => {
  for (const name of ['web-1', 'web-2'])
    for (const secret of composed.services[name]?.secrets ?? []) expect(secret).not.toMatch(never)
  expect(units.find(([name]) => name.includes('web'))?.[1]).not.toMatch(new RegExp(`LoadCredential.*(${never.source})`))
})

it('a public process on a machine of its own is sent the secrets of its unit', async () => {
  const unit = units.find(([name]) => name.includes('web'))?.[1] ?? ''
  const handed = [...unit.matchAll(/^LoadCredential=.*\/(\w+)$/gm)].map(([, name]) => name)
  const sent = (await commandsIn('docs/operations/three-servers.md', 'The site')).join('\n')
  expect(/scp -p ([\w ]+) \$server/.exec(sent)?.[1]?.split(' ').toSorted()).toEqual(handed.map(String).toSorted())
})

// What a public process seals to a new key a worker that has only the old one would put off.
it('worker and admin area have new keys before a public process', async () => {
  const install = await readFile('deploy/systemd/install.sh', 'utf8')
  const composed = (await commandsIn('docs/security/keys.md', 'Rotation', 'docker')).join('\n')
  const inOrder = [
    [install, 'restart admin', 'restart worker', 'restart "$process"'],
    [composed, '--renew', 'admin worker', 'web-1', 'web-2', 'rotate-keys'],
  ] as const
  for (const [text, ...parts] of inOrder) {
    const places = parts.map((part) => text.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  }
})

it.each(units)('%s hands over each secret that its settings name, and no other', (_, unit) => {
  const handed = [...unit.matchAll(/^LoadCredential=(\w+):/gm)].map(([, name]) => name)
  const named = [...unit.matchAll(/\w+_FILE=%d\/(\w+)/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(handed))
})

it('every program that the image, compose.yaml and the units start is built', async () => {
  const guides = await Promise.all(
    ['Containerfile', 'docs/operations/ten-minutes.md'].map((path) => readFile(path, 'utf8')),
  )
  const started = [text, ...guides, ...units.map(([, unit]) => unit)].join('\n').matchAll(/dist\/([\w-]+)\.js/g)
  for (const [, name] of started) expect(['server', ...programs]).toContain(name)
})

it('image and units of processes that serve pages bound their memory as npm start does', async () => {
  const served = units.filter(([, unit]) => unit.includes('dist/server.js')).map(([, unit]) => unit)
  const [setting] = Object.entries(memoryEnv).map((pair) => pair.join('='))
  for (const file of [await readFile('Containerfile', 'utf8'), ...served]) expect(file).toContain(setting)
  expect(served).toHaveLength(2)
})

it('the image is made from a named version, holds no .env, and runs as no root', async () => {
  const file = await readFile('Containerfile', 'utf8')
  expect(file).toMatch(/^ARG BASE=\S+:\d+\.\d+\.\d+-\S+$/m)
  expect(file).toMatch(/^USER 1000:1000$/m)
  expect(file).toMatch(/^HEALTHCHECK /m)
  expect(await readFile('.dockerignore', 'utf8')).toMatch(/^\*\*$/m)
})
