import { canonicalEmail, type EmailAddress } from '@/lib/input/canonical-email'
import { decoded } from '@/lib/input/decoded'
import { trimInvisible } from '@/lib/text/clean-text'

/**
 * The address in what somebody pasted to look for: by itself, as `Name <address>` of a mail's header, as the target of
 * a `mailto:` link, in quotes or brackets, or with the stop of its sentence. Null where there is none that mail could
 * reach: then nobody signed with it.
 */
export function pastedAddress(typed: string): EmailAddress | null {
  // One character wide or two (U+FF00 to U+FF5E): an at sign, brackets and a colon are the same.
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

/** Without what stands around it in a sentence. */
function bare(text: string): string {
  return trimInvisible(text.replace(/^[\s\p{Ps}\p{Pi}"'`]+|[\s\p{Pe}\p{Pf}"'`.,;:!?…。、]+$/gu, ''))
}

/** What a `mailto:` link leads to: its first address, decoded, without subject and the like. */
function target(text: string): string {
  const [, path] = /^\W*mailto:([^?,]*)/i.exec(text) ?? []
  if (path === undefined) return text
  return bare(decoded(path) ?? path)
}
