import { LRUCache } from 'lru-cache'
import { blindIndex } from '@/lib/vault/blind-index'
import type { Sender } from './signals'

/** In minutes. */
const MAX_AGE = 24 * 60

/**
 * The minute in which a form was made, signed: a hidden field of the form. It is coarse and the same for everybody in
 * that minute, because pages are cached and shared and must not change with every visitor.
 */
export function formTime(now: Date): string {
  const minutes = Math.floor(now.getTime() / 60_000).toString(36)
  return `${minutes}.${mac(minutes)}`
}

/** Reads the time of a posted form. */
export function readFormTime(text: string | undefined, now: Date): Sender['formTime'] {
  const [minutes = '', signed] = (text ?? '').split('.')
  if (!/^[0-9a-z]{5,6}$/.test(minutes) || signed !== mac(minutes)) return 'no_form_time'
  return now.getTime() / 60_000 - Number.parseInt(minutes, 36) > MAX_AGE ? 'old_form' : 'good'
}

/** 48 bits: a lucky guess saves its sender one signal only. */
function mac(minutes: string): string {
  const known = macs.get(minutes)
  if (known) return known
  const made = blindIndex('form time', minutes).toString('base64url').slice(0, 8)
  macs.set(minutes, made)
  return made
}

/** Nearly all forms were made within the last few minutes. */
const macs = new LRUCache<string, string>({ max: 200 })
