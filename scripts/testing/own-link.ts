import { canonicalEmail } from '@/lib/integrity/canonical-email'
import type { ComposedMail, Driver } from '@/lib/mail/gateway/driver'
import { sendDue } from '@/lib/mail/send-due'
import { composeSignatureMail } from '@/lib/signatures/compose-mail'
import { composeLinkMail } from '@/lib/signatures/own/compose-link-mail'
import { openVisit } from '@/lib/signatures/own/open-visit'
import { requestLink } from '@/lib/signatures/own/request-link'

/** Sends all that is due as the worker would, and gives what went out. */
export async function sendAll(now: Date): Promise<ComposedMail[]> {
  const out: ComposedMail[] = []
  const driver: Driver = {
    batchSize: 100,
    send: async ({ mails }) => {
      out.push(...mails)
      return mails.map(() => ({ kind: 'accepted' }))
    },
    close: async () => undefined,
  }
  const composers = { signature: composeSignatureMail, own_link: composeLinkMail }
  while ((await sendDue(driver, composers, () => now)).claimed > 0);
  return out
}

/** Asks for a private link and gives the token of the mail, or null where none was sent. */
export async function ownLink(email: string, now: Date): Promise<string | null> {
  const address = canonicalEmail(email)
  if (!address) throw new Error('the fixture is not an address')
  await requestLink(address, 'en', now)
  const mails = await sendAll(now)
  const mail = mails.find(({ text }) => text.includes('/signature/own/'))
  return /\/signature\/own\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? null
}

/** The same as far as the open page. */
export async function ownVisit(email: string, now: Date): Promise<string> {
  const visit = await openVisit((await ownLink(email, now)) ?? '', now)
  if (!visit.ok) throw new Error('the fixture got no private link')
  return visit.visit
}
