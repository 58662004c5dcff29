import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { HOME, type Host, makeHosts, NETWORK, removeHosts, startOn } from './hosts'

const programs = ['/usr/bin/patroni', '/usr/bin/etcd', '/usr/sbin/haproxy', '/usr/bin/curl'] as const
const names = ['db-1', 'db-2', 'db-3', 'site']
const PASSWORD = 'of-the-drill'

interface Member {
  name: string
  role: string
  state: string
  timeline?: number
}

export interface HaCluster {
  /** The leader's URL, through HAProxy, for an account and a database. */
  url: (account: string, database: string) => string
  /** The three servers of the database. */
  servers: Host[]
  /** The server that is the leader, as the servers say. */
  leader: () => Promise<Host | null>
  /** Starts etcd, Patroni and the guard of the disk on a server again. */
  start: (server: Host) => void
  /** Waits until there is a leader, a synchronous standby and a third server, all on one timeline. */
  whole: () => Promise<void>
  /** The versions of what runs. */
  versions: string
  stop: () => Promise<void>
}

/** The programs of deploy/ha that are missing on this machine. */
export async function missingPrograms(): Promise<string[]> {
  const there = await Promise.all(
    programs.map((program) =>
      access(program, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  )
  return programs.filter((_, i) => !there[i])
}

/** Starts three servers with Patroni and etcd, and HAProxy on a fourth, from deploy/ha with other addresses. */
export async function startHaCluster(folder: string, disk: number): Promise<HaCluster> {
  const hosts = await makeHosts(names, folder, disk)
  const servers = hosts.slice(0, 3)
  const site = hosts[3]
  if (!site) throw new Error('no host for HAProxy')
  const files = async (name: string) =>
    (await readFile(join(root, 'deploy', 'ha', name), 'utf8')).replaceAll('10.0.0.', NETWORK)
  const [patroni, etcd] = [await files('patroni.env'), await files('etcd.env')]
  // Where the account that runs them may read, wherever this repository is.
  for (const { home } of hosts) await mkdir(home, { recursive: true })
  for (const { home } of servers)
    for (const name of ['patroni.yml', 'disk-guard.sh']) await writeFile(join(home, name), await files(name))
  const proxy = (await files('haproxy.cfg')).replaceAll('127.0.0.1:5000', `${site.address}:5000`)
  await writeFile(join(site.home, 'haproxy.cfg'), proxy)

  const start = (server: Host) => {
    const number = server.name.slice(3)
    startOn(server, 'etcd', ['/usr/bin/etcd'], settings(etcd, number))
    const own = settings(patroni, number)
    startOn(server, 'patroni', ['/usr/bin/patroni', `${HOME}/patroni.yml`], own)
    startOn(server, 'disk-guard', ['sh', `${HOME}/disk-guard.sh`], own)
  }
  for (const server of servers) start(server)
  startOn(site, 'haproxy', ['/usr/sbin/haproxy', '-db', '-f', `${HOME}/haproxy.cfg`], {})

  const leader = async () => {
    const found = (await members(servers)).find(({ role, state }) => role === 'leader' && state === 'running')
    return servers.find(({ name }) => name === found?.name) ?? null
  }
  const cluster = {
    url: (account: string, database: string) => `postgresql://${account}:${PASSWORD}@${site.address}:5000/${database}`,
    servers,
    leader,
    start,
    whole: () => untilWhole(servers),
    versions: await versions(),
    stop: () => removeHosts(names, folder),
  }
  await cluster.whole().catch(async (error: unknown) => {
    await cluster.stop()
    throw error
  })
  return cluster
}

function settings(file: string, number: string): Record<string, string> {
  const lines = file
    .replaceAll('@N@', number)
    .replaceAll(/@PASSWORD_\d@/g, PASSWORD)
    .split('\n')
  return Object.fromEntries(
    lines
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

/** As any server that answers sees it; those that were cut off may have an old view, so the newest timeline counts. */
async function members(servers: Host[]): Promise<Member[]> {
  const views = await Promise.all(
    servers.map(async ({ address }): Promise<Member[]> => {
      try {
        const answer = await fetch(`http://${address}:8008/cluster`, { signal: AbortSignal.timeout(500) })
        return answer.ok ? ((await answer.json()) as { members: Member[] }).members : []
      } catch {
        return []
      }
    }),
  )
  const newest = (view: Member[]) => Math.max(0, ...view.map(({ timeline = 0 }) => timeline))
  return views.sort((a, b) => newest(b) - newest(a))[0] ?? []
}

async function untilWhole(servers: Host[]): Promise<void> {
  let view: Member[] = []
  for (let tries = 0; tries < 240; tries++) {
    view = await members(servers)
    const roles = view
      .map(({ role }) => role)
      .sort()
      .join(' ')
    const lively = view.every(({ state }) => state === 'running' || state === 'streaming')
    const timelines = new Set(view.map(({ timeline }) => timeline))
    if (roles === 'leader replica sync_standby' && lively && timelines.size === 1) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`the cluster is not whole after two minutes: ${JSON.stringify(view)}`)
}

async function versions(): Promise<string> {
  const said = await Promise.all([
    runCommand('/usr/bin/patroni', ['--version']),
    runCommand('/usr/bin/etcd', ['--version']),
    runCommand('/usr/sbin/haproxy', ['-v']),
  ])
  const number = (text = '') => /\d+\.\d+[\w.]*/.exec(text)?.[0] ?? 'unknown'
  return `Patroni ${number(said[0])}, etcd ${number(said[1])}, HAProxy ${number(said[2])}`
}
