import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import { openShell, type Shell } from './shell'

const IP = '/usr/sbin/ip'
/** The machine's address for this one (slirp4netns). */
export const OUTSIDE = '10.0.2.2'
const NAMES = '10.0.2.3'
/** Debian 13. */
const RELEASE = 'trixie'

export interface Machine {
  /** The folder of its files. */
  files: string
  /** A shell of its root account, in its home. */
  shell: () => Shell
  /** Leads a port of this machine's loopback to one of its. */
  forward: (port: number, to: number) => Promise<void>
  stop: () => Promise<void>
}

/** The programs that are missing here. */
export async function missingPrograms(): Promise<string[]> {
  const wanted = ['mmdebstrap', 'systemd-nspawn', 'slirp4netns', 'nsenter']
  const there = await Promise.all(
    wanted.map((name) =>
      runCommand('which', [name]).then(
        () => true,
        () => false,
      ),
    ),
  )
  return wanted.filter((_, i) => !there[i])
}

/**
 * An empty Debian machine, booted with a systemd and a network of its own.
 * @param folder is removed when the machine stops
 * @param name of its network on this machine
 * @param sees folders of this machine that it sees at the same path, and cannot write to
 */
export async function bootDebian(folder: string, name: string, sees: string[]): Promise<Machine> {
  const files = join(folder, 'root')
  const started: ChildProcess[] = []
  const start = (program: string, args: string[]) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    started.push(child)
    return child
  }
  const shells: Shell[] = []
  const newShell = (pid: number) => {
    const shell = openShell(pid)
    shells.push(shell)
    return shell
  }
  const stop = async () => {
    // A machine that halts stops each process before it kills it, and waits for those of a shell that is stopped
    // itself.
    for (const shell of shells) shell.kill()
    for (const child of started.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill()
      await once(child, 'exit')
    }
    await runCommand(IP, ['netns', 'delete', name]).catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await mkdir(files, { recursive: true })
    // Besides the smallest, what a server has from its host, too: systemd's bus, and certificates.
    await runCommand('mmdebstrap', [
      '--variant=important',
      '--include=ca-certificates,dbus,libpam-systemd',
      RELEASE,
      files,
    ])
    await enterNetwork(files)
    await runCommand(IP, ['netns', 'add', name])
    const network = `/run/netns/${name}`
    const api = join(folder, 'network')
    start('slirp4netns', ['--configure', '--mtu=65520', '--api-socket', api, '--netns-type=path', network, 'tap0'])
    await until('its network', () => access(api))
    // This machine's systemd is not asked: there may be none.
    const alone = ['--register=no', '--keep-unit', '--resolv-conf=off', '--console=read-only']
    const shown = [`--network-namespace-path=${network}`, ...sees.map((path) => `--bind-ro=${path}`)]
    const nspawn = start('systemd-nspawn', ['-b', '-D', files, `--machine=${name}`, ...alone, ...shown])
    // The first process of nspawn's that is seen need not be the machine.
    const pid = await until('systemd', async () => {
      const init = Number(await runCommand('pgrep', ['-P', String(nspawn.pid)]))
      await isUp(newShell(init))
      return init
    })
    return { files, shell: () => newShell(pid), forward: (port, to) => forward(api, port, to), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function isUp(shell: Shell): Promise<void> {
  const { said } = await shell.run('systemctl is-system-running')
  await shell.end()
  if (!/running|degraded/.test(said)) throw new Error(said)
}

/** Names are looked up by the network's own server; what signs certificates here is believed there. */
async function enterNetwork(files: string): Promise<void> {
  await writeFile(join(files, 'etc/resolv.conf'), `nameserver ${NAMES}\n`)
  const own = '/usr/local/share/ca-certificates'
  for (const name of await readdir(own).catch(() => [])) await copyFile(join(own, name), join(files, own, name))
  await runCommand('chroot', [files, 'update-ca-certificates'])
}

async function forward(api: string, port: number, to: number): Promise<void> {
  const socket = connect(api)
  const wanted = {
    execute: 'add_hostfwd',
    arguments: { proto: 'tcp', host_addr: '127.0.0.1', host_port: port, guest_port: to },
  }
  socket.end(JSON.stringify(wanted))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  if (!answer.includes('"return"')) throw new Error(`no way in: ${answer.toString()}`)
}

async function until<T>(what: string, happens: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await happens()
    } catch (error) {
      if (tries > 600) throw new Error(`${what} did not come up`, { cause: error })
    }
    await sleep(200)
  }
}
