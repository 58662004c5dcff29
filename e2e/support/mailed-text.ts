import { type APIRequestContext, expect } from '@playwright/test'
import { mailsTo } from './mailbox'

/** Waits for a mail to an address and gives the first link in it that fits, as a path of the site under test. */
export async function mailedPath(request: APIRequestContext, email: string, pattern: RegExp): Promise<string> {
  let path: string | undefined
  await expect(async () => {
    const [mail] = await mailsTo(request, email)
    const text = mail ? await (await request.get(mail.path)).text() : ''
    path = pattern.exec(text)?.[0]
    expect(path).toBeTruthy()
  }).toPass({ timeout: 30_000 })
  return path ?? ''
}
