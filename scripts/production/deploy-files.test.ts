import { readdir, readFile } from 'node:fs/promises'
import { DCLinter } from 'dclint'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { memoryEnv } from '../setup/memory-env.mjs'
import { programs } from '../setup/programs.mjs'
import { commandsIn } from './guide'

interface Service {
  image: string
  environment?: Record<string, string | null>
  command?: string[]
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

/** The secrets and settings that a process reachable by visitors never gets. */
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
      key.endsWith('_FILE') && value ? [value.replace('/run/secrets/', '')] : [],
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

// A worker that has only the old key would put off data that a public process seals to a new one.
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

// A run that ended between them left the old names to Caddy, and the next one saw nothing to restart.
it('install.sh writes what Caddy reads after all that may fail', async () => {
  const install = await readFile('deploy/systemd/install.sh', 'utf8')
  expect(install.indexOf('> $etc/caddy.env')).toBeGreaterThan(install.indexOf('does not answer'))
})

// At a restart of the machine somebody would otherwise wait for a database that is not there any more, and see an error.
it.each(units.filter(([, unit]) => unit.includes('_URL_FILE=')))(
  '%s stops before its way to the database',
  (_, unit) => {
    expect(unit).toMatch(/^After=.*\bpostgresql\.service haproxy\.service$/m)
  },
)

it('settings of .env that mails and pages depend on reach every process, and the number of processes the public ones', () => {
  const taken = ['APPROVAL_DELAY', 'COUNTRIES_UNNAMED', 'MAIL_NEUTRAL', 'QUIET_SECONDS']
  for (const name of ['web-1', 'web-2', 'admin', 'worker'])
    for (const setting of taken) expect(composed.services[name]?.environment).toHaveProperty(setting, null)
  for (const name of ['web-1', 'web-2'])
    expect(composed.services[name]?.environment).toHaveProperty('WEB_PROCESSES', null)
  expect(composed.services.admin?.environment).not.toHaveProperty('WEB_PROCESSES')
  expect(composed.services.worker?.environment).toHaveProperty('RESEND_PER_SECOND', null)
})

it('each unit measures itself at a port of its own, whatever stands in /etc/petition/env', async () => {
  const ports = units.flatMap(([, unit]) => /^Environment=METRICS_PORT=(\S+)$/m.exec(unit)?.[1] ?? [])
  expect(ports.toSorted()).toEqual(['1%i', '13003', '13004'])
  const asked = await readFile('deploy/monitoring/units.yml', 'utf8')
  for (const port of ['13001', '13002', '13003', '13004']) expect(asked).toContain(`localhost:${port}`)
  const kept = /grep -vE '\^\(([^)]+)\)='/.exec(await readFile('deploy/systemd/install.sh', 'utf8'))?.[1]?.split('|')
  expect(kept).toEqual(expect.arrayContaining(['METRICS_PORT', 'WEB_PROCESSES']))
})

it('nobody reaches a unit that serves pages past Caddy', () => {
  for (const [, unit] of units.filter(([, unit]) => unit.includes('dist/server.js'))) {
    expect(unit).toMatch(/^IPAddressDeny=any$/m)
    expect(unit).toMatch(/^IPAddressAllow=localhost 10\.0\.0\.0\/8 172\.16\.0\.0\/12 192\.168\.0\.0\/16 fc00::\/7$/m)
  }
})

it('a restore has every key that opens what is stored, also those before a rotation', async () => {
  const opening = ['seal_private_key', 'blind_index_key'].flatMap((name) => [name, `${name}_before`])
  const guide = (await commandsIn('docs/operations/ten-minutes.md', 'Restore')).join('\n')
  for (const script of [await readFile('deploy/systemd/restore.sh', 'utf8'), guide]) {
    const named = /^ *for name in ([\w ]*seal_public_key[\w ]*); do$/m.exec(script)?.[1]?.split(' ')
    expect(named).toEqual(expect.arrayContaining([...opening, 'seal_public_key', 'ledger_key']))
  }
})

it('PostgreSQL takes as many connections as the processes may open', async () => {
  expect(composed.services.postgres?.command).toContain('-cmax_connections=200')
  expect(await readFile('deploy/postgres/petition.conf', 'utf8')).toMatch(/^max_connections = 200$/m)
  expect(await readFile('deploy/ha/patroni.yml', 'utf8')).toMatch(/^ +max_connections: 200$/m)
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
