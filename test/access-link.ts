import { composeAskMail } from '@/lib/coalition/ask-to-co-sign/compose-ask-mail'
import { composeApplicationMail } from '@/lib/coalition/compose-application-mail'
import { composeCoSignatureMail } from '@/lib/coalition/compose-co-signature-mail'
import { composeMemberLink } from '@/lib/coalition/member-access/compose-member-link'
import { canonicalEmail } from '@/lib/input/canonical-email'
import type { ComposedMail, Driver } from '@/lib/mail/gateway/driver'
import { sendDue } from '@/lib/mail/send-due'
import { composeLinkMail } from '@/lib/self-service/compose-link-mail'
import { requestAccessLink } from '@/lib/self-service/request-access-link'
import { startAccessSession } from '@/lib/self-service/start-access-session'
import { composeSignatureMail } from '@/lib/signatures/compose-mail'

/** Sends all mail that is due, as the worker would, and returns it. */
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
  const composers = {
    signature: composeSignatureMail,
    access_link: composeLinkMail,
    application: composeApplicationMail,
    co_sign_ask: composeAskMail,
    co_signature: composeCoSignatureMail,
    member_link: composeMemberLink,
  }
  while ((await sendDue(driver, composers, () => now)).claimed > 0);
  return out
}

/** Requests an access link and returns the token of its mail, or null if none was sent. */
export async function accessLink(email: string, now: Date): Promise<string | null> {
  const address = canonicalEmail(email)
  if (!address) throw new Error('the fixture is not an address')
  await requestAccessLink(address, 'en', now)
  const mails = await sendAll(now)
  const mail = mails.find(({ text }) => text.includes('/signature/own/'))
  return /\/signature\/own\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? null
}

/** The same, up to the open page. */
export async function accessSession(email: string, now: Date): Promise<string> {
  const session = await startAccessSession((await accessLink(email, now)) ?? '', now)
  if (!session.ok) throw new Error('the fixture got no access link')
  return session.session
}
