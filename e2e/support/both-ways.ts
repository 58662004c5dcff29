import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { parse, serialize } from 'parse5'
import { filterHtml } from '@/lib/web/server/filter-html'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { startProcess } from '@/scripts/setup/start-process.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expect } from './test'

/** A page as browsers see it: its HTML as a parser has it, and what says who may keep it. */
export async function seen(request: APIRequestContext, url: string) {
  const answer = await request.get(url)
  const { 'cache-control': caching = '', 'referrer-policy': referrer } = answer.headers()
  // Made in the next minute, the same form says another time.
  const html = serialize(parse(filterHtml(await answer.text()))).replaceAll(/(name="made" value=)"[^"]+"/g, '$1"…"')
  return { status: answer.status(), kept: !/no-store/.test(caching), referrer, html }
}

/** The same build where there is only Next.js, as on a host that runs no server of ours. It answers when this returns. */
export async function nextAlone() {
  const port = await freePort()
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { ...process.env, ...thisSite().env } as NodeJS.ProcessEnv
  const { stop } = startProcess([next, 'start', '-p', String(port), '-H', '127.0.0.1'], { env, output: 'pipe' })
  const url = `http://127.0.0.1:${port}`
  const status = () =>
    fetch(`${url}/en/at-risk`).then(
      (answer) => answer.status,
      () => 0,
    )
  await expect.poll(status, { timeout: 60_000 }).toBe(200)
  return { url, stop }
}
