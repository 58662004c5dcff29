import { shareWords } from '@/components/petitions/share-words'
import { SignaturePage } from '@/components/signatures/signature-page'
import { recentShareText } from '@/lib/coalition/site-texts/find-site-text'
import { keepTrying } from '@/lib/failover/keep-trying'
import { readFormState } from '@/lib/integrity/form-state'
import { recentPetition } from '@/lib/petitions/recent-petition'
import { findByToken } from '@/lib/signatures/find-by-token'
import { type LinkFacts, type LinkShape, linkPageFacts, linkShape } from '@/lib/signatures/link-page'
import { viaOfTag } from '@/lib/signatures/link-via'
import { type Locale, translator } from '@/messages/translator'

/** The sealed form of corrections in the query, which came back with what is wrong. */
type Draft = string | string[] | undefined

export function titleOf(locale: Locale, draft: Draft): string {
  const title = translator(locale, 'signature')('title')
  return draft === undefined ? title : translator(locale, 'form')('errorTitle', { title })
}

/**
 * The content of the page behind a mailed token. Reading changes nothing: mail scanners follow links.
 * @param from the tag of the link (lib/signatures/link-via.ts), which a link has whose form came through a member's
 */
export async function findShown(
  locale: Locale,
  token: string,
  from: string | null = null,
): Promise<{ shape: LinkShape; facts: LinkFacts }> {
  const now = new Date()
  const found = await findByToken(token, now)
  const signed = found?.spent === false ? found : null
  // Only read, too.
  const petition = signed && (await keepTrying(() => recentPetition(signed.petitionSlug, locale, signed.textSha256)))
  const shareText = petition ? shareWords(petition, await keepTrying(() => recentShareText(locale)), locale) : ''
  const via = found?.spent ? await keepTrying(() => viaOfTag(token, from)) : null
  return { shape: linkShape(locale, found, petition, shareText, via), facts: linkPageFacts(token, found, now) }
}

export async function showSignature(locale: Locale, token: string, draft: Draft, from: string | null = null) {
  const { shape, facts } = await findShown(locale, token, from)
  return <SignaturePage shape={shape} facts={facts} draft={await readFormState(draft, new Date())} />
}
