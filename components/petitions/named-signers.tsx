import type { NamedSigner } from '@/lib/signatures/public-names/list-published-signers'
import { type Locale, translator } from '@/messages/translator'

/** Some signers who chose to show their full name. */
export function NamedSigners({ names, locale }: { names: NamedSigner[]; locale: Locale }) {
  if (names.length === 0) return null
  const t = translator(locale, 'petition.named')
  return (
    <>
      <h3 className="mt-10">{t('title')}</h3>
      <p className="mt-3 max-w-[66ch] text-small text-muted">{t('lead')}</p>
      <ul className="mt-3 flex max-w-[66ch] flex-wrap gap-x-5 gap-y-1">
        {names.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
