import { expect } from '@playwright/test'
import { textsOf } from './texts-of'

/** Waits for a mail in a worker's outbox that holds a link, and gives what the pattern's group, or all of it, found. */
export async function inWorkerMail(outbox: string, link: RegExp): Promise<string> {
  let found = ''
  await expect(async () => {
    for (const text of await textsOf(outbox)) {
      const [all, group] = link.exec(text.replace(/=\r?\n/g, '').replaceAll('=3D', '=')) ?? []
      found ||= group ?? all ?? ''
    }
    expect(found).toBeTruthy()
  }).toPass({ timeout: 30_000 })
  return found
}
