import { type APIRequestContext, expect } from '@playwright/test'

/** The mails that the trial mailbox holds for an address, newest first. */
export async function mailsTo(request: APIRequestContext, email: string): Promise<{ subject: string; path: string }[]> {
  // The site may close a connection that was idle for ten seconds just as the request is sent.
  const list = await (await request.get('/mailbox', { maxRetries: 2 })).text()
  const items = list.matchAll(/<li><a href="(\/mailbox\/[^"]+)"[^>]*>([^<]*)<\/a><span>to ([^<]*)<\/span>/g)
  return [...items]
    .filter(([, , , to]) => to?.includes(email))
    .map(([, path = '', subject = '']) => ({ path, subject }))
}

/** Waits for a mail and gives the address of the signature's page in it. */
export async function mailedLink(request: APIRequestContext, email: string): Promise<string> {
  let link: string | undefined
  await expect(async () => {
    const [mail] = await mailsTo(request, email)
    const text = mail ? await (await request.get(mail.path)).text() : ''
    link = /href="([^"]*\/signature\/[\w-]{43})(?:\?from=[\w-]+)?"/.exec(text)?.[1]
    expect(link).toBeTruthy()
  }).toPass({ timeout: 30_000 })
  return link ?? ''
}
