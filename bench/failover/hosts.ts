import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '@/scripts/setup/run-command.mjs'

/** The network of the drill, in place of the guide's 10.0.0. */
export const NETWORK = '10.213.77.'
/** On each host: its own. */
export const HOME = '/var/lib/postgresql'
const BRIDGE = 'icnk-ha'
const IP = '/usr/sbin/ip'

/** A machine of the drill: a network namespace, with a disk of its own. */
export interface Host {
  name: string
  address: string
  /** Holds `disk` and the logs. */
  folder: string
  disk: string
  /** The folder that it sees at `HOME`. */
  home: string
}

/** Whether this machine can make hosts: Linux, as root, with iproute2. */
export async function canMakeHosts(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false
  const tried = ['netns add icnk-try', 'netns delete icnk-try']
  for (const args of tried) {
    if ((await runCommand(IP, args.split(' ')).catch(() => null)) === null) return false
  }
  return true
}

/**
 * Makes hosts on one network, which this machine reaches too. What a killed drill left is removed first.
 * @param size in MB, of each disk
 */
export async function makeHosts(names: string[], folder: string, size: number): Promise<Host[]> {
  await removeHosts(names, folder)
  await rm(folder, { recursive: true, force: true })
  await ip(`link add ${BRIDGE} type bridge`)
  await ip(`addr add ${NETWORK}254/24 dev ${BRIDGE}`)
  await ip(`link set ${BRIDGE} up`)
  return Promise.all(
    names.map(async (name, i) => {
      const disk = join(folder, name, 'disk')
      const home = join(disk, 'postgresql')
      const host = { name, address: `${NETWORK}${i + 1}`, folder: join(folder, name), disk, home }
      await ip(`netns add ${netns(host)}`)
      await ip(`link add ${link(host)} type veth peer name eth0 netns ${netns(host)}`)
      await ip(`link set ${link(host)} master ${BRIDGE} up`)
      await ip(`-n ${netns(host)} addr add ${host.address}/24 dev eth0`)
      await ip(`-n ${netns(host)} link set eth0 up`)
      await ip(`-n ${netns(host)} link set lo up`)
      await mkdir(host.disk, { recursive: true })
      await runCommand('mount', ['-t', 'tmpfs', '-o', `size=${size}m,mode=755`, `icnk-${name}`, host.disk])
      return host
    }),
  )
}

/** Kills what runs on the hosts, and removes them and their disks. */
export async function removeHosts(names: string[], folder: string): Promise<void> {
  for (const name of names) {
    const disk = join(folder, name, 'disk')
    await signalHost({ name }, 'SIGKILL').catch(() => undefined)
    await ip(`link delete ${link({ name })}`).catch(() => undefined)
    await ip(`netns delete ${netns({ name })}`).catch(() => undefined)
    // The last process may still be ending.
    for (let tries = 0; tries < 50; tries++) {
      const isMounted = await runCommand('mountpoint', ['-q', disk]).catch(() => null)
      if (isMounted === null) break
      await runCommand('umount', [disk]).catch(() => new Promise((resolve) => setTimeout(resolve, 100)))
    }
  }
  await ip(`link delete ${BRIDGE}`).catch(() => undefined)
}

/**
 * Starts a program on a host, as the account `postgres`. It sees the host's disk at /var/lib/postgresql and
 * /var/lib/etcd. Its log is in the host's folder.
 */
export function startOn(host: Host, name: string, command: string[], env: Record<string, string>): ChildProcess {
  const log = createWriteStream(join(host.folder, `${name}.log`), { flags: 'a' })
  const prepare = [
    'mount -t tmpfs -o mode=777 sockets /var/run/postgresql',
    `install -d -o postgres -g postgres -m 700 ${host.home} ${host.disk}/etcd`,
    `mount --bind ${host.home} ${HOME}`,
    'mkdir -p /var/lib/etcd',
    `mount --bind ${host.disk}/etcd /var/lib/etcd`,
    'exec setpriv --reuid postgres --regid postgres --clear-groups "$@"',
  ].join(' && ')
  const child = spawn(IP, ['netns', 'exec', netns(host), 'sh', '-c', prepare, 'sh', ...command], {
    env: {
      NODE_ENV: 'production',
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C.UTF-8',
      HOME,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    cwd: '/',
  })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  return child
}

/** Sends a signal to all that runs on a host. */
export async function signalHost(host: { name: string }, signal: NodeJS.Signals): Promise<void> {
  for (const pid of (await runCommand(IP, ['netns', 'pids', netns(host)])).split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), signal)
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** A command, and its arguments, that runs another on a host's network. */
export function runOn(host: Host, command: string[]): [string, string[]] {
  return [IP, ['netns', 'exec', netns(host), ...command]]
}

/** Pulls a host's network cable, or puts it back. */
export async function connectHost(host: Host, up: boolean): Promise<void> {
  await ip(`link set ${link(host)} ${up ? 'up' : 'down'}`)
}

const netns = ({ name }: { name: string }) => `icnk-${name}`
const link = ({ name }: { name: string }) => `icnk-${name}`

async function ip(args: string): Promise<void> {
  await runCommand(IP, args.split(' '))
}
