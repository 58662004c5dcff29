import { randomBytes } from 'node:crypto'
import { blindIndex, keyedHash } from '@/lib/vault/blind-index'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken, newToken } from '@/lib/vault/token'
import { commitment, recordHash } from './commitment'
import { contentMac } from './content-mac'
import type { SignatureForm } from './read-form'
import type { SignatureRecord } from './signature-record'
import type { NewSignature } from './store-signature'

interface Occasion {
  petition: { id: string; slug: string }
  /** Of the text that was signed. */
  textSha256: Buffer
  locale: string
  /** The day's key for the limit of mails (`dayKey`). */
  mailKey: Buffer
  signals: string
  suspicious: boolean
  /** When its mail may go. */
  mailAt: Date
}

/** The row that a form becomes: what can name a person in it is sealed, or a keyed hash. */
export function makeSignature(form: Omit<SignatureForm, 'text'>, occasion: Occasion): NewSignature {
  const { name, email, comment, country, display, updates, via } = form
  const { petition, textSha256, mailKey, ...noted } = occasion
  const salt = randomBytes(32)
  const token = newToken()
  const nonce = newToken()
  const committed = recordHash({ petition: petition.slug, name, email: email.canonical, country, display, nonce })
  const record: SignatureRecord = {
    name,
    email: email.deliverable,
    comment,
    token,
    opening: { salt: salt.toString('base64url'), nonce, record: committed.toString('base64url') },
  }
  return {
    petitionId: petition.id,
    emailIndex: blindIndex('signature', petition.id, email.canonical),
    contentMac: contentMac(petition.id, form),
    addressIndex: keyedHash(mailKey, email.canonical),
    textSha256,
    tokenHash: tokenHash(token),
    commitment: commitment(textSha256, salt, committed),
    sealed: sealRecord(record),
    hasComment: comment !== null,
    country,
    display,
    updates,
    via,
    ...noted,
  }
}

function tokenHash(token: string) {
  const hash = hashToken(token)
  if (!hash) throw new Error('a new token has the wrong form')
  return hash
}
