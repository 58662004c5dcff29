import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'
import { decrypt, encrypt, tryOpen } from '@/lib/vault/aead'
import { keyedHash } from '@/lib/vault/blind-index'

const NONCE = 12
const UUID = 16
const HASH = 32

/** The signature behind an unsubscribe link, identified in two ways as of when the mail was composed. */
export interface UnsubscribeSubject {
  petitionId: string
  /** Changes when keys are rotated. */
  emailIndex: Buffer
  /** Changes when the person withdraws and signs again. */
  tokenHash: Buffer
}

/**
 * Makes the token of an unsubscribe link, which is stored nowhere: the encrypted subject (AES-256-GCM). The web process
 * has the key, so unsubscribing needs no private key. The nonce is derived from the content, because a retried mail
 * must have the same bytes; no two subjects share one. Layout, in base64url: nonce (12) ‖ petition (16) ‖ email index
 * (32) ‖ token hash (32) ‖ tag (16).
 */
export function unsubscribeToken({ petitionId, emailIndex, tokenHash }: UnsubscribeSubject): string {
  const plain = Buffer.concat([Buffer.from(petitionId.replaceAll('-', ''), 'hex'), emailIndex, tokenHash])
  const { encrypting, naming } = keysFrom(env().BLIND_INDEX_KEY)
  const nonce = keyedHash(naming, plain.toString('hex')).subarray(0, NONCE)
  return encrypt(encrypting, plain, undefined, nonce).toString('base64url')
}

/** @returns null for a token that is not ours, or whose key was removed */
export function openUnsubscribeToken(token: string): UnsubscribeSubject | null {
  if (!/^[A-Za-z0-9_-]{144}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const { BLIND_INDEX_KEY, BLIND_INDEX_KEY_BEFORE } = env()
  for (const key of [BLIND_INDEX_KEY, BLIND_INDEX_KEY_BEFORE]) {
    const plain = key && tryOpen(() => decrypt(keysFrom(key).encrypting, bytes))
    if (!plain) continue
    const petitionId = plain.toString('hex', 0, UUID).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    return { petitionId, emailIndex: plain.subarray(UUID, UUID + HASH), tokenHash: plain.subarray(UUID + HASH) }
  }
  return null
}

function keysFrom(key: Buffer): { encrypting: Buffer; naming: Buffer } {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'icnk.org/unsubscribe/v1', 64))
  return { encrypting: derived.subarray(0, 32), naming: derived.subarray(32) }
}
