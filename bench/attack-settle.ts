import { canonicalEmail } from '@/lib/input/canonical-email'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import type { Driver } from '@/lib/mail/gateway/driver'
import { sendDue } from '@/lib/mail/send-due'
import { composeLinkMail } from '@/lib/self-service/compose-link-mail'
import { composeSignatureMail } from '@/lib/signatures/compose-mail'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'
import { addressIn, openAsker } from './ask'
import { isRead, OWN_NAME } from './attack-senders'
import { type OneSite, SLUG } from './one-site'

export interface Settled {
  /** Mails by canonical address, those with an access link separately. */
  mails: { signing: Map<string, number>; links: Map<string, number> }
  /** State by canonical address. */
  states: Map<string, string>
  counted: number
  /** Counted signatures in excess of one per canonical address. */
  doubles: number
  /** Signatures with a name that a stranger wrote. */
  rewritten: number
  /** The differences between the counts by rows, ledger and totals. */
  differences: number
}

/** Signs, confirms and counts the person whose access link strangers request, before the attack begins. */
export async function signBefore(site: OneSite, email: string): Promise<void> {
  const { post, close } = openAsker(site.url, 1)
  const form = { name: OWN_NAME, email, country: 'KR', display: 'initials', consent: 'on' }
  await post(`/api/v1/petitions/${SLUG}/signatures`, addressIn(99_999), form)
  let token = ''
  const driver: Driver = {
    batchSize: 1,
    send: async ({ mails: [mail] }) => {
      token = /\/signature\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
      return [{ kind: 'accepted' }]
    },
    close: async () => undefined,
  }
  await sendDue(driver, { signature: composeSignatureMail }, () => new Date())
  await post('/api/v1/confirmations', addressIn(99_999), { token })
  close()
  if ((await append(new Date())) === 0) throw new Error('the signature before the attack was not counted')
}

/**
 * Settles everything after the attack: all mails go out, the later ones too; all recipients confirm, fakes and people,
 * every tenth twice at once; and the confirmed signatures are counted.
 */
export async function settle(site: OneSite): Promise<Settled> {
  const mails = { signing: new Map<string, number>(), links: new Map<string, number>() }
  const tokens: string[] = []
  const choices: string[] = []
  const driver: Driver = {
    batchSize: 100,
    send: async ({ mails: batch }) => {
      for (const { to, text } of batch) {
        const canonical = canonicalEmail(to)?.canonical ?? to
        const sent = text.includes('/signature/own/') ? mails.links : mails.signing
        sent.set(canonical, (sent.get(canonical) ?? 0) + 1)
        const token = /\/signature\/([\w-]{43})/.exec(text)?.[1]
        if (token && isRead(canonical)) (canonical.startsWith('rewritten') ? choices : tokens).push(token)
      }
      return batch.map(() => ({ kind: 'accepted' }))
    },
    close: async () => undefined,
  }
  const threeHoursOn = () => new Date(Date.now() + 3 * 3_600_000)
  const composers = { signature: composeSignatureMail, access_link: composeLinkMail }
  while ((await sendDue(driver, composers, threeHoursOn)).claimed > 0);

  // People who got mails about strangers' forms confirm the one with their own name.
  for (const token of choices) {
    const page = await (await fetch(`${site.url}/en/signature/${token}`)).text()
    if (page.includes(OWN_NAME)) tokens.push(token)
  }
  const { post, close } = openAsker(site.url, 32)
  const presses = tokens.flatMap((token, i) => (i % 10 === 0 ? [token, token] : [token]))
  for (let i = 0; i < presses.length; i += 32)
    await Promise.all(presses.slice(i, i + 32).map((token) => post('/api/v1/confirmations', '127.0.0.1', { token })))
  close()
  while ((await site.client.query(`SELECT 1 FROM signature WHERE state = 'confirmed' LIMIT 1`)).rowCount)
    await append(new Date())

  const { rows } = await site.client.query<{ state: string; sealed: Buffer }>('SELECT state, sealed FROM signature')
  const states = new Map<string, string>()
  let rewritten = 0
  let counted = 0
  for (const { state, sealed } of rows) {
    const record = openRecord(sealed, signatureRecord)
    const canonical = canonicalEmail(record.email)?.canonical ?? ''
    if (record.name !== OWN_NAME) rewritten += 1
    if (state === 'counted') counted += 1
    if (states.get(canonical) !== 'counted') states.set(canonical, state)
  }
  const doubles = counted - [...states.values()].filter((state) => state === 'counted').length
  const differences = (await recount()).flatMap((found) => found.differences).length
  return { mails, states, counted, doubles, differences, rewritten }
}
