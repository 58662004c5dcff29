import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'

/** The system's Caddy, if there is one. */
export function findCaddy(): Promise<string | null> {
  return runCommand('caddy', ['version']).then(
    () => 'caddy',
    () => null,
  )
}

interface Proxy {
  url: string
  /** Leads there, and ends when the first has answered through it. */
  lead: (webs: string[]) => Promise<void>
  stop: () => Promise<void>
}

/** The proxy of deploy/caddy, without TLS. */
export async function startProxy(program: string, folder: string): Promise<Proxy> {
  const [port, staff, aside] = [await freePort(), await freePort(), await freePort()]
  const url = `http://localhost:${port}`
  const running: { stop?: () => Promise<void> } = {}
  return {
    url,
    lead: async (webs) => {
      const child = spawn(program, ['run', '--adapter', 'caddyfile', '--config', 'deploy/caddy/Caddyfile'], {
        cwd: root,
        stdio: 'ignore',
        env: {
          ...process.env,
          XDG_DATA_HOME: folder,
          XDG_CONFIG_HOME: folder,
          CADDY_OPTIONS: `auto_https off\nhttp_port ${aside}`,
          SITE_ADDRESS: url,
          ADMIN_ADDRESS: `http://localhost:${staff}`,
          WEB_PROCESSES_AT: webs.map((web) => new URL(web).host).join(' '),
        },
      })
      running.stop = async () => {
        const ended = once(child, 'exit')
        child.kill()
        await ended
      }
      for (let tries = 0; tries < 600; tries++) {
        if ((await fetch(`${url}/en`).catch(() => null))?.ok) return
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      throw new Error('Caddy leads nowhere')
    },
    stop: async () => running.stop?.(),
  }
}
