import { SignaturePage } from '@/components/signatures/signature-page'
import { readFormState } from '@/lib/integrity/form-state'
import { recentPetition } from '@/lib/petitions/find-petition'
import { findByToken } from '@/lib/signatures/find-by-token'
import { type Locale, translator } from '@/messages/translator'

/** @param draft the sealed form of corrections that came back with what is wrong */
export function titleOf(locale: Locale, draft: string | string[] | undefined): string {
  const title = translator(locale, 'signature')('title')
  return draft === undefined ? title : translator(locale, 'form')('errorTitle', { title })
}

/** The content of the page behind a mailed token. Reading changes nothing: mail scanners follow links. */
export async function showSignature(locale: Locale, token: string, draft: string | string[] | undefined) {
  const now = new Date()
  const found = await findByToken(token, now)
  const signed = found?.spent === false ? found : null
  const petition = signed && (await recentPetition(signed.petitionSlug, locale, signed.textSha256))
  return (
    <SignaturePage
      token={token}
      locale={locale}
      status={signed && petition && { signature: signed, petition }}
      spent={found?.spent ? found : null}
      draft={await readFormState(draft, now)}
    />
  )
}
