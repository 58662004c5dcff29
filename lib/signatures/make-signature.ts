import { domainIndex } from '@/lib/integrity/mailbox/domain-index'
import { mailboxIndex } from '@/lib/integrity/mailbox/mailbox-index'
import { addressIndex } from '@/lib/mail/address-index'
import { networkTag } from '@/lib/mail/network-tag'
import { blindIndex } from '@/lib/vault/blind-index'
import { sealRecord } from '@/lib/vault/seal-record'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { secureRandom } from '@/lib/vault/secure-random'
import { hashToken, newToken } from '@/lib/vault/token'
import { commitment, recordHash } from './commitment'
import { formId } from './form-id'
import { mailRowId } from './mail-row-id'
import { contentMac, personalDataOf, type SignedContent } from './signature-form'
import type { SignatureRecord } from './signature-record'
import type { NewSignature } from './store-signature'

interface Occasion {
  petition: { id: string; slug: string }
  /** SHA-256 of the text that was signed. */
  textSha256: Buffer
  locale: string
  signals: string
  suspicious: boolean
  now: Date
  /** The earliest time to send its mail. */
  mailAt: Date
  /** As `networkOf` gives it. */
  network: string | null
  /** `RiskAssessment.group`. */
  networkGroup: number | null
  /** Posted with a solved challenge. */
  solved: boolean
}

/** Makes a row from a form: everything that could identify a person is sealed or a keyed hash. */
export function makeSignature(form: SignedContent, occasion: Occasion): NewSignature {
  const { email, via } = form
  const { petition, textSha256, locale, signals, suspicious, now, mailAt, networkGroup, solved } = occasion
  const token = newToken()
  const content = makeContent(form, { petition, textSha256, token })
  const id = formId({ contentMac: content.contentMac, textSha256, locale, signals, suspicious })
  const index = addressIndex(email.canonical)
  const network = networkTag(index, occasion.network)
  return {
    petitionId: petition.id,
    emailIndex: blindIndex('signature', petition.id, email.canonical),
    form: id,
    textSha256,
    locale,
    via,
    signals,
    suspicious,
    mailboxIndex: mailboxIndex(petition.id, email.canonical),
    domainIndex: domainIndex(email.canonical),
    networkGroup,
    tokenHash: tokenHash(token),
    own: sealWithToken(token, personalDataOf(form)),
    addressIndex: index,
    mailId: mailRowId([id, network, solved, mailAt > now], now),
    network,
    solved,
    mailAt,
    receivedAt: now,
    // Last: V8 takes a hundred times as long for a literal that goes on after a spread for many properties.
    ...content,
  }
}

/** The columns that depend on the typed values, for a new form or an edited one (under the same token). */
export function makeContent(
  form: SignedContent,
  { petition, textSha256, token }: { petition: { id: string; slug: string }; textSha256: Buffer; token: string },
) {
  const { name, email, comment, country, display, updates } = form
  const salt = secureRandom(32)
  const nonce = newToken()
  const committed = recordHash({ petition: petition.slug, name, email: email.canonical, country, display, nonce })
  const record: SignatureRecord = {
    ...personalDataOf(form),
    token,
    opening: { salt: salt.toString('base64url'), nonce, record: committed.toString('base64url') },
  }
  return {
    contentMac: contentMac(petition.id, form),
    commitment: commitment(textSha256, salt, committed),
    sealed: sealRecord(record),
    hasComment: comment !== null,
    country,
    display,
    updates,
  }
}

function tokenHash(token: string) {
  const hash = hashToken(token)
  if (!hash) throw new Error('a new token has the wrong form')
  return hash
}
