import { canonicalEmail, type EmailAddress } from '@/lib/input/canonical-email'
import { decoded } from '@/lib/input/decoded'
import { trimInvisible } from '@/lib/text/clean-text'

/**
 * Finds the address in a text pasted into the search: alone, as `Name <address>` of a mail header, as the target of a
 * `mailto:` link, in quotes or brackets, or followed by a full stop. Null if there is no deliverable address, as nobody
 * can have signed with any other.
 */
export function pastedAddress(typed: string): EmailAddress | null {
  // Full-width characters (U+FF00 to U+FF5E) count as their ASCII forms: at sign, brackets, colon.
  const text = trimInvisible(
    typed.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  )
  const bracketed = /<([^<>]*@[^<>]*)>[^<>]*$/.exec(text)?.[1] ?? text
  for (const candidate of [text, bracketed, bare(bracketed)]) {
    const address = canonicalEmail(target(candidate))
    if (address) return address
  }
  return null
}

/** Removes the punctuation around a text. */
function bare(text: string): string {
  return trimInvisible(text.replace(/^[\s\p{Ps}\p{Pi}"'`]+|[\s\p{Pe}\p{Pf}"'`.,;:!?…。、]+$/gu, ''))
}

/** The first address of a `mailto:` link, decoded, without subject and other parameters. */
function target(text: string): string {
  const [, path] = /^\W*mailto:([^?,]*)/i.exec(text) ?? []
  if (path === undefined) return text
  return bare(decoded(path) ?? path)
}
